namespace Authorizers.Templates;

/// <summary>Something in a template that was not understood, and passed over.</summary>
/// <param name="Line">Where, from 1.</param>
/// <param name="Text">A sentence.</param>
public sealed record TemplateNote(int Line, string Text);
