namespace Authorizers.EndToEnd.Tests.Oracles;

/// <summary>One thing that is unusual or wrong with a token and signed with it.</summary>
/// <param name="Name">By which the differences that it makes are listed.</param>
/// <param name="Apply">Does it to a draft.</param>
internal sealed record Twist(string Name, Action<TokenDraft, Random> Apply)
{
    public static Twist Header(string title, string name, string value) => new(title, (draft, _) => draft.Header[name] = value);
}
