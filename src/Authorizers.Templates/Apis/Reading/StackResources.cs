using Authorizers.Templates.Values;

namespace Authorizers.Templates.Apis.Reading;

/// <summary>The resources of a stack by their ids, and which of them a text leads to.</summary>
internal sealed class StackResources(ResolvedTemplate template)
{
    private const string Function = "AWS::Lambda::Function";

    private const string SamFunction = "AWS::Serverless::Function";

    private const int LongestWay = 4;

    private readonly Dictionary<string, TemplateResource> _byId =
        template.Resources.ToDictionary(resource => resource.Id, StringComparer.Ordinal);

    public TemplateResource? this[string id] => _byId.GetValueOrDefault(id);

    public TemplateMap Globals => template.Globals;

    public IEnumerable<TemplateResource> OfType(params string[] types) =>
        template.Resources.Where(resource => types.Contains(resource.Type, StringComparer.Ordinal));

    /// <summary>The id that a reference leads to, which is the text itself where it is none; null for no text.</summary>
    public static string? Referred(TemplateValue? reference) =>
        reference is not TemplateText { Text: { Length: > 0 } text } ? null
        : UnknownNames.Of(text) is [string name] && text == UnknownNames.Text(name) ? name
        : text;

    /// <summary>
    /// The function that an ARN or a URI is of: by its attribute, an alias or a version of it, or its name.
    /// </summary>
    public string? FunctionIn(TemplateValue? arn) =>
        arn is TemplateText text ? FunctionBehind(text.Text, LongestWay) ?? FunctionNamed(text.Text) : null;

    private string? FunctionBehind(string text, int way) =>
        UnknownNames.Of(text).Select(name => FunctionOf(name.Split('.')[0], way)).FirstOrDefault(id => id is not null);

    private string? FunctionOf(string id, int way) => this[id] switch
    {
        { Type: Function or SamFunction } => id,
        { Type: "AWS::Lambda::Alias" or "AWS::Lambda::Version" } part
            when way > 0 && part.Properties["FunctionName"] is TemplateText name =>
            FunctionBehind(name.Text, way - 1) ?? FunctionNamed($":function:{name.Text}"),
        null => GeneratedFor(id),
        _ => null,
    };

    /// <summary>SAM calls an alias or a version after its function.</summary>
    private string? GeneratedFor(string id) =>
        Enumerable.Range(1, id.Length).Select(length => id[..^length]).FirstOrDefault(start =>
            this[start] is { Type: SamFunction }
            && (IsFollowed(id, start, "Alias") || IsFollowed(id, start, "Version")));

    private static bool IsFollowed(string id, string start, string part) =>
        id.AsSpan(start.Length).StartsWith(part, StringComparison.Ordinal);

    private string? FunctionNamed(string arn) =>
        OfType(Function, SamFunction).FirstOrDefault(function =>
            function.Properties["FunctionName"] is TemplateText { Text: { Length: > 0 } name } && IsNameIn(arn, name))?.Id;

    private static bool IsNameIn(string arn, string name)
    {
        string[] parts = arn.Split($":function:{name}", 2);
        return parts.Length == 2 && (parts[1].Length == 0 || parts[1][0] is ':' or '/');
    }
}
