namespace Authorizers.Cli.RuntimeApi;

/// <summary>What the Runtime API hands to a function.</summary>
internal sealed record RuntimeApiInvocation(string RequestId, byte[] Json, string FunctionArn, string TraceId, TimeSpan TimeLimit);
