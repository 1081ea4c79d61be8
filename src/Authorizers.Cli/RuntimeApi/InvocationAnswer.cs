using Authorizers.Lambda.Runtime;

namespace Authorizers.Cli.RuntimeApi;

/// <summary>What came back: a response, or an error, of INIT or of the invocation.</summary>
/// <param name="Response">The response's JSON; empty when there is an error.</param>
/// <param name="Error">Null when there is a response.</param>
/// <param name="ErrorHeader">Lambda-Runtime-Function-Error-Type; null when there is none.</param>
internal sealed record InvocationAnswer(ReadOnlyMemory<byte> Response, InvocationError? Error = null, string? ErrorHeader = null);
