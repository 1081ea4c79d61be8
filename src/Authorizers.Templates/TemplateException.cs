namespace Authorizers.Templates;

/// <summary>A template that cannot be read, or says what cannot be understood.</summary>
/// <param name="line">Where, from 1; 0 for the whole of it.</param>
/// <param name="message">What is wrong there, without the line.</param>
public sealed class TemplateException(int line, string message) : Exception(message)
{
    /// <summary>Where, from 1; 0 for the whole of it.</summary>
    public int Line { get; } = line;
}
