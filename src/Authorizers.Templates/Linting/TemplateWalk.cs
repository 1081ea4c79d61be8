using Authorizers.Templates.Values;

namespace Authorizers.Templates.Linting;

/// <summary>All that stands in a value, however deep.</summary>
internal static class TemplateWalk
{
    /// <summary>The map itself and those in it.</summary>
    public static IEnumerable<TemplateMap> MapsIn(TemplateValue value) => ValuesIn(value, _ => true).OfType<TemplateMap>();

    /// <summary>But for what stands under members of that name.</summary>
    public static IEnumerable<TemplateText> TextsIn(TemplateValue value, string without) =>
        ValuesIn(value, member => member.Name != without).OfType<TemplateText>();

    /// <summary>The value and those in it. No method calls itself here: a template may be nested deeply.</summary>
    private static IEnumerable<TemplateValue> ValuesIn(TemplateValue value, Func<TemplateMember, bool> enters)
    {
        var open = new Stack<TemplateValue>([value]);
        while (open.TryPop(out TemplateValue? next))
        {
            yield return next;
            IEnumerable<TemplateValue> inside = next switch
            {
                TemplateMap map => map.Members.Where(enters).Select(member => member.Value),
                TemplateList list => list.Items,
                _ => [],
            };
            foreach (TemplateValue item in inside)
            {
                open.Push(item);
            }
        }
    }
}
