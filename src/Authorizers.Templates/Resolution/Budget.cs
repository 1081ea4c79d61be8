using Authorizers.Templates.Reading;

namespace Authorizers.Templates.Resolution;

/// <summary>What may be made of a template, so that one that repeats itself does not take all memory.</summary>
internal sealed class Budget
{
    private long _left = TemplateBounds.Resolved;

    public void Spend(int line, long amount)
    {
        _left -= amount;
        if (_left < 0)
        {
            throw new TemplateException(line, "What the template makes of its values here is too large.");
        }
    }
}
