using Authorizers.Templates.Values;

namespace Authorizers.Templates.Resolution;

/// <summary>Whether two values say the same, wherever they stand.</summary>
internal static class SameValue
{
    /// <summary>Nothing is an empty text; the order of members is no difference.</summary>
    public static bool Are(TemplateValue? one, TemplateValue? other) => (one, other) switch
    {
        (TemplateList list, TemplateList items) => AreItems(list.Items, items.Items),
        (TemplateMap map, TemplateMap members) =>
            map.Members.Count == members.Members.Count
            && map.Members.All(member => members[member.Name] is { } found && Are(member.Value, found)),
        (TemplateText or null, TemplateText or null) => TextOf(one) == TextOf(other),
        _ => false,
    };

    private static bool AreItems(IReadOnlyList<TemplateValue> one, IReadOnlyList<TemplateValue> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => Are(pair.First, pair.Second));

    private static string TextOf(TemplateValue? value) => value is TemplateText text ? text.Text : "";
}
