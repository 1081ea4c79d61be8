using Authorizers.Lambda.Runtime;

namespace Authorizers.Cli.Explain;

/// <summary>What a function answered, and its decision record.</summary>
/// <param name="Response">The response's JSON; empty when there is an error.</param>
/// <param name="Error">Null when there is a response.</param>
/// <param name="Record">What it says it decided.</param>
internal sealed record FunctionAnswer(ReadOnlyMemory<byte> Response, InvocationError? Error, RecordFacts Record)
{
    /// <summary>The one error that is a decision: 401.</summary>
    public bool IsUnauthorized => Error?.Type == "Unauthorized";

    /// <summary>The function failed, and decided nothing.</summary>
    public bool IsFailure => Error is not null && !IsUnauthorized;
}
