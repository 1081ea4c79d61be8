using Authorizers.Templates.Values;

namespace Authorizers.Templates.Functions;

/// <summary>An environment variable of a function.</summary>
/// <param name="Name">Case-sensitive.</param>
/// <param name="Value">May be a secret.</param>
internal sealed record FunctionVariable(string Name, TemplateText Value);
