using Authorizers.Templates.Reading;

namespace Authorizers.Templates.Resolution;

/// <summary>What may be made of a template, so that one that repeats itself does not take all memory.</summary>
internal sealed class Budget
{
    private long _left = TemplateBounds.Resolved;
    private int _depth;

    public void Spend(int line, long amount)
    {
        _left -= amount;
        if (_left < 0)
        {
            throw new TemplateException(line, "What the template makes of its values here is too large.");
        }
    }

    /// <summary>A condition may lead to a value, and that to a condition: together they are not to fill the stack.</summary>
    public void Enter(int line)
    {
        _depth++;
        if (_depth > TemplateBounds.ResolvedDepth)
        {
            throw new TemplateException(
                line, $"More than {TemplateBounds.ResolvedDepth} values and conditions lead to one another.");
        }
    }

    public void Leave() => _depth--;
}
