namespace Authorizers.Templates;

/// <summary>What a template asks of who deploys it.</summary>
/// <param name="Name">By which it is given.</param>
/// <param name="Line">Of the name.</param>
/// <param name="Type">Such as <c>String</c> or <c>CommaDelimitedList</c>.</param>
/// <param name="Default">The value where none is given; null where one must be given.</param>
/// <param name="NoEcho">Whether its value is a secret.</param>
/// <param name="AllowedValues">All that it may be; empty where that is not said.</param>
public sealed record TemplateParameter(
    string Name, int Line, string Type, string? Default, bool NoEcho, IReadOnlyList<string> AllowedValues)
{
    /// <summary>Whether its value is a list, written with commas.</summary>
    public bool IsList => Type == "CommaDelimitedList" || Type.Contains("List<", StringComparison.Ordinal);

    /// <summary>Whether the value that is given is only the name of a parameter of Systems Manager.</summary>
    public bool IsElsewhere => Type.StartsWith("AWS::SSM::Parameter::Value<", StringComparison.Ordinal);
}
