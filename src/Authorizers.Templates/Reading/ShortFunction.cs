using System.Collections.Frozen;
using Authorizers.Templates.Values;

namespace Authorizers.Templates.Reading;

/// <summary>YAML's short forms of functions: <c>!Sub text</c> for <c>Fn::Sub: text</c>.</summary>
internal static class ShortFunction
{
    private const string GetAtt = "!GetAtt";

    private static readonly FrozenDictionary<string, string> Names = new[]
    {
        "And", "Base64", "Cidr", "Equals", "FindInMap", "GetAtt", "GetAZs", "If", "ImportValue", "Join", "Length", "Not", "Or",
        "Select", "Split", "Sub", "ToJsonString", "Transform",
    }
        .Select(name => KeyValuePair.Create($"!{name}", $"Fn::{name}"))
        .Append(KeyValuePair.Create("!Ref", "Ref"))
        .Append(KeyValuePair.Create("!Condition", "Condition"))
        .ToFrozenDictionary(StringComparer.Ordinal);

    public static bool IsOne(string tag) => Names.ContainsKey(tag);

    /// <summary>The long form; the text of <c>!GetAtt</c> is split at its first dot.</summary>
    public static TemplateMap Spell(string tag, TemplateValue value)
    {
        TemplateValue argument = tag == GetAtt && value is TemplateText text ? SplitAtDot(text) : value;
        return new TemplateMap(value.Line, [new TemplateMember(Names[tag], value.Line, argument)]);
    }

    private static TemplateValue SplitAtDot(TemplateText text) =>
        text.Text.Split('.', 2) is [string resource, string attribute]
            ? new TemplateList(text.Line, [new TemplateText(text.Line, resource), new TemplateText(text.Line, attribute)])
            : text;
}
