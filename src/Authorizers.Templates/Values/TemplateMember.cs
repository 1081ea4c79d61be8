namespace Authorizers.Templates.Values;

/// <summary>A name in a template and what stands under it.</summary>
/// <param name="Name">Case-sensitive.</param>
/// <param name="Line">Of the name, from 1.</param>
/// <param name="Value">Never null; a null of the template is an empty <see cref="TemplateText"/>.</param>
public sealed record TemplateMember(string Name, int Line, TemplateValue Value);
