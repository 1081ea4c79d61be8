namespace Authorizers.Templates.Values;

/// <summary>A value of a template and where it stands.</summary>
/// <param name="line">Counted from 1.</param>
public abstract class TemplateValue(int line)
{
    /// <summary>The line on which it begins, from 1.</summary>
    public int Line { get; } = line;
}
