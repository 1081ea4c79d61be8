using System.Text.Json;
using System.Text.RegularExpressions;

namespace Authorizers.Templates.Functions;

/// <summary>The <c>${NAME}</c> of a configuration; <c>$${</c> is none.</summary>
internal static partial class ConfigurationVariables
{
    public static IReadOnlySet<string> Of(JsonElement value) => NamesIn(value, secretsAlone: false, isSecret: false).ToHashSet();

    /// <summary>Of peppers and client secrets.</summary>
    public static IReadOnlySet<string> OfSecrets(JsonElement value) =>
        NamesIn(value, secretsAlone: true, isSecret: false).ToHashSet();

    /// <summary>The text with the values of variables; what is not set stands as <c>${environment.NAME}</c>.</summary>
    public static string Replace(string text, DeployedFunction function) => Place().Replace(
        text,
        match => match.Groups["name"] is { Success: true, Value: var name }
            ? function.Variable(name) ?? $"${{environment.{name}}}"
            : "${");

    private static IEnumerable<string> NamesIn(JsonElement value, bool secretsAlone, bool isSecret) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => NamesIn(
            member.Value, secretsAlone, isSecret || member.Name is "peppers" or "clientSecret")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => NamesIn(item, secretsAlone, isSecret)),
        JsonValueKind.String when isSecret || !secretsAlone => NamesIn(value.GetString()!),
        _ => [],
    };

    private static IEnumerable<string> NamesIn(string text) =>
        from match in Place().Matches(text)
        where match.Groups["name"].Success
        select match.Groups["name"].Value;

    [GeneratedRegex(@"\$\$\{|\$\{(?<name>[A-Z][A-Z0-9_]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
