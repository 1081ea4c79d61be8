namespace Authorizers.Templates.Linting;

/// <summary>One thing that templates get wrong.</summary>
/// <param name="code">Lower case words joined by underscores.</param>
internal abstract class LintRule(string code)
{
    /// <summary>By which findings, documents and tests name the rule.</summary>
    public string Code { get; } = code;

    /// <summary>All that is wrong, in any order.</summary>
    public abstract IEnumerable<Finding> Examine(LintSubject subject);

    protected Finding Found(int line, string resource, string message, string remedy) =>
        new(Code, line, resource, message, remedy);
}
