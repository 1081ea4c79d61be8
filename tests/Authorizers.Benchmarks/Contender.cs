namespace Authorizers.Benchmarks;

/// <summary>One way to run an authorizer: a command, and what its environment needs beside the Runtime API's address.</summary>
internal sealed record Contender(string Name, string Command, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>A published function, with what Lambda would tell it of its role.</summary>
    public static Contender Function(string name, string bootstrap, string configuration) =>
        new(name, bootstrap, [], new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AUTHORIZER_CONFIG"] = configuration,
            ["AWS_REGION"] = "eu-west-1",
            ["AWS_ACCESS_KEY_ID"] = "AKIDWORTHLESS",
            ["AWS_SECRET_ACCESS_KEY"] = "worthless",
        });

    public Contender With(string variable, string value) =>
        this with { Variables = new Dictionary<string, string>(Variables, StringComparer.Ordinal) { [variable] = value } };
}
