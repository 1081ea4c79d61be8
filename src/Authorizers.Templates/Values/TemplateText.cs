namespace Authorizers.Templates.Values;

/// <summary>
/// A string, number, boolean or null, by its text. In resolved properties what only a deployment knows stands as
/// <c>${Resource}</c>, <c>${Resource.Attribute}</c> or, for a parameter without a value, <c>${Parameter}</c>.
/// </summary>
/// <param name="line">Counted from 1.</param>
/// <param name="text">"true" and "300" for a boolean and a number; empty for null.</param>
public sealed class TemplateText(int line, string text) : TemplateValue(line)
{
    /// <summary>As it stands, without quotes.</summary>
    public string Text { get; } = text;

    /// <inheritdoc/>
    public override string ToString() => Text;
}
