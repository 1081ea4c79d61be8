using System.Text.RegularExpressions;

namespace Authorizers.Templates.Linting.Rules;

/// <summary>Tells by a variable's name that its value is a secret.</summary>
internal static partial class SecretName
{
    public static bool Is(string name) => Ending().IsMatch(Joint().Replace(name, "_").ToUpperInvariant());

    [GeneratedRegex(
        "(^|_)(SECRET|PASSWORD|PASSWD|PASSPHRASE|PEPPER|(PRIVATE|API|ACCESS|SECRET|SIGNING|ENCRYPTION)_?KEY"
        + "|(ACCESS|REFRESH|AUTH|API|BEARER)_TOKEN)(_[0-9]+)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Ending();

    /// <summary>Where a word of <c>camelCase</c> begins.</summary>
    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Joint();
}
