namespace Authorizers.Templates.Values;

/// <summary>Values in their order.</summary>
/// <param name="line">Counted from 1.</param>
/// <param name="items">May be none.</param>
public sealed class TemplateList(int line, IReadOnlyList<TemplateValue> items) : TemplateValue(line)
{
    /// <summary>In the order of the template.</summary>
    public IReadOnlyList<TemplateValue> Items { get; } = items;

    private protected override string Shape => "a list";
}
