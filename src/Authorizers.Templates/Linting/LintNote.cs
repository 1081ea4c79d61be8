namespace Authorizers.Templates.Linting;

/// <summary>Something that could not be judged.</summary>
/// <param name="Line">Where it stands, from 1; 0 for the whole template.</param>
/// <param name="Text">What, and why, as a sentence.</param>
public sealed record LintNote(int Line, string Text);
