using Authorizers.Templates.Values;

namespace Authorizers.Templates.Resolution;

/// <summary>SAM's globals in the properties of a resource: maps are merged, lists appended, and else the resource wins.</summary>
internal static class GlobalProperties
{
    private const string SamPrefix = "AWS::Serverless::";

    public static TemplateMap Merge(TemplateMap globals, string type, TemplateMap properties) =>
        type.StartsWith(SamPrefix, StringComparison.Ordinal) && globals[type[SamPrefix.Length..]] is TemplateMap common
            ? Merge(common, properties)
            : properties;

    private static TemplateMap Merge(TemplateMap common, TemplateMap own)
    {
        var members = own.Members.ToDictionary(member => member.Name, StringComparer.Ordinal);
        IEnumerable<TemplateMember> merged = common.Members.Select(member =>
            members.TryGetValue(member.Name, out TemplateMember? mine)
                ? mine with { Value = Merge(member.Value, mine.Value) }
                : member);
        HashSet<string> names = common.Members.Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
        return new TemplateMap(own.Line, [.. merged, .. own.Members.Where(member => !names.Contains(member.Name))]);
    }

    private static TemplateValue Merge(TemplateValue common, TemplateValue own) => (common, own) switch
    {
        (TemplateMap theirs, TemplateMap mine) when !IsFunction(theirs) && !IsFunction(mine) => Merge(theirs, mine),
        (TemplateList theirs, TemplateList mine) => new TemplateList(mine.Line, [.. theirs.Items, .. mine.Items]),
        _ => own,
    };

    private static bool IsFunction(TemplateMap map) =>
        map.Members is [{ Name: var name }]
        && (name is "Ref" or "Condition" || name.StartsWith("Fn::", StringComparison.Ordinal));
}
