using Authorizers.Templates.Values;

namespace Authorizers.Templates;

/// <summary>What a stack tells after its deployment.</summary>
/// <param name="Name">Its logical id.</param>
/// <param name="Line">Of the name.</param>
/// <param name="Value">Resolved.</param>
public sealed record TemplateOutput(string Name, int Line, TemplateText Value);
