using Authorizers.Templates.Values;

namespace Authorizers.Templates.Reading;

/// <summary>A value that was read, and what it costs to repeat it.</summary>
/// <param name="Value">As read.</param>
/// <param name="Size">The values in it, itself included.</param>
/// <param name="Height">1 for a text.</param>
internal readonly record struct YamlNode(TemplateValue Value, int Size, int Height);
