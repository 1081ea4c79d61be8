using Authorizers.Templates.Values;

namespace Authorizers.Templates.Apis.Reading;

/// <summary>Identity sources in the spelling of the configuration: <c>method.request.header.X</c> is <c>header.X</c>.</summary>
internal static class IdentitySourceText
{
    private static readonly (string Prefix, string Kind)[] Spellings =
    [
        ("method.request.header.", "header."),
        ("method.request.querystring.", "query."),
        ("route.request.header.", "header."),
        ("route.request.querystring.", "query."),
        ("$request.header.", "header."),
        ("$request.querystring.", "query."),
        ("$context.", "context."),
        ("$stageVariables.", "stageVariable."),
        ("stageVariables.", "stageVariable."),
        ("context.", "context."),
    ];

    /// <summary>Each may hold several with commas between them; what is none stays as it is.</summary>
    public static IReadOnlyList<TemplateText> Spell(IEnumerable<TemplateText> texts) =>
    [
        .. texts.SelectMany(text => text.Text
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(source => new TemplateText(text.Line, Spell(source)))),
    ];

    private static string Spell(string source)
    {
        (string? prefix, string? kind) = Array.Find(
            Spellings, spelling => source.StartsWith(spelling.Prefix, StringComparison.Ordinal));
        return prefix is null ? source : $"{kind}{source[prefix.Length..]}";
    }
}
