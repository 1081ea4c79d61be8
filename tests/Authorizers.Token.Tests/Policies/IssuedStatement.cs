using System.IO.Enumeration;
using System.Text.Json;

namespace Authorizers.Token.Tests.Policies;

/// <summary>One statement of a policy as it was written.</summary>
internal sealed record IssuedStatement(string Effect, IReadOnlyList<string> Resources, IReadOnlyList<string> NotResources)
{
    public static IssuedStatement Read(JsonElement statement)
    {
        Assert.Equal("execute-api:Invoke", Assert.Single(Texts(statement, "Action")));
        return new(
            statement.GetProperty(nameof(Effect)).GetString()!, Texts(statement, "Resource"), Texts(statement, "NotResource"));
    }

    public bool IsAbout(string methodArn) =>
        NotResources.Count > 0
            ? !NotResources.Any(glob => Covers(glob, methodArn))
            : Resources.Any(glob => Covers(glob, methodArn));

    /// <summary>A <c>*</c> is any run, slashes too; a <c>?</c> is any one character.</summary>
    private static bool Covers(string glob, string methodArn) =>
        FileSystemName.MatchesSimpleExpression(glob, methodArn, ignoreCase: false);

    private static string[] Texts(JsonElement statement, string name) =>
        statement.TryGetProperty(name, out JsonElement texts)
            ? [.. texts.EnumerateArray().Select(text => text.GetString()!)]
            : [];
}
