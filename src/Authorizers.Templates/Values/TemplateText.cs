namespace Authorizers.Templates.Values;

/// <summary>
/// A string, number, boolean or null, by its text. In resolved properties what only a deployment knows stands as
/// <c>${Resource}</c>, <c>${Resource.Attribute}</c>, <c>${AWS::Region}</c>, <c>${Fn::ImportValue}</c> or, for a parameter without
/// a value, <c>${Parameter}</c>; a <c>${</c> that the deployed text has itself stands as <c>${!</c>, as in <c>Fn::Sub</c>.
/// </summary>
/// <param name="line">Counted from 1.</param>
/// <param name="text">"true" and "300" for a boolean and a number; empty for null.</param>
public sealed class TemplateText(int line, string text) : TemplateValue(line)
{
    /// <summary>As it stands, without quotes.</summary>
    public string Text { get; } = text;

    /// <summary>Whether no part of a resolved text is left to the deployment.</summary>
    public bool IsKnown => UnknownNames.Of(Text).Count == 0;

    /// <summary>Whether it says true; <c>yes</c> and <c>on</c> do too, in YAML.</summary>
    public bool IsTrue => Text.ToUpperInvariant() is "TRUE" or "YES" or "ON";

    private protected override string Shape => "a text";

    /// <inheritdoc/>
    public override string ToString() => Text;
}
