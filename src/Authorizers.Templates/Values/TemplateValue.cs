namespace Authorizers.Templates.Values;

/// <summary>A value of a template and where it stands.</summary>
/// <param name="line">Counted from 1.</param>
public abstract class TemplateValue(int line)
{
    /// <summary>The line on which it begins, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>What it is, with its article.</summary>
    private protected abstract string Shape { get; }

    internal TemplateMap RequireMap(string what) => this as TemplateMap ?? throw Misshapen(what, "a map");

    internal TemplateList RequireList(string what) => this as TemplateList ?? throw Misshapen(what, "a list");

    internal TemplateText RequireText(string what) => this as TemplateText ?? throw Misshapen(what, "a text");

    private TemplateException Misshapen(string what, string shape) => new(Line, $"{what} is {Shape}, not {shape}.");
}
