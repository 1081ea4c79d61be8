namespace Authorizers.Benchmarks;

/// <summary>One way to run an authorizer: a command, and what its environment needs beside the Runtime API's address.</summary>
internal sealed record Contender(string Name, string Command, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Variables)
{
    public Contender With(string variable, string value) =>
        this with { Variables = new Dictionary<string, string>(Variables, StringComparer.Ordinal) { [variable] = value } };
}
