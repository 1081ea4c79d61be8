using System.Text.Json;

namespace Authorizers.Token.Tests.Policies;

/// <summary>
/// The policy of a response, evaluated as API Gateway does: an explicit Deny wins, then an Allow, and silence denies. It is
/// written from the documentation and shares nothing with the code that writes policies.
/// </summary>
internal sealed class IssuedPolicy
{
    private IssuedPolicy(IReadOnlyList<IssuedStatement> statements) => Statements = statements;

    public IReadOnlyList<IssuedStatement> Statements { get; }

    public static IssuedPolicy Read(JsonElement response) =>
        new([.. response.GetProperty("policyDocument").GetProperty("Statement").EnumerateArray().Select(IssuedStatement.Read)]);

    /// <summary>What a gateway sees that knows no NotResource.</summary>
    public IssuedPolicy WithoutNotResource() => new([.. Statements.Where(statement => statement.NotResources.Count == 0)]);

    public Verdict Evaluate(string methodArn)
    {
        string[] effects = [.. Statements.Where(statement => statement.IsAbout(methodArn)).Select(statement => statement.Effect)];
        return effects.Contains("Deny") ? Verdict.ExplicitDeny
            : effects.Contains("Allow") ? Verdict.Allow
            : Verdict.ImplicitDeny;
    }
}
