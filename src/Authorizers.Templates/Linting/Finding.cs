namespace Authorizers.Templates.Linting;

/// <summary>Something in a template that goes wrong once it is deployed.</summary>
/// <param name="Rule">The code of the rule that found it.</param>
/// <param name="Line">Where it stands, from 1.</param>
/// <param name="Resource">The logical id of what it is about.</param>
/// <param name="Message">What is wrong, as a sentence.</param>
/// <param name="Remedy">What to write instead, as a sentence.</param>
public sealed record Finding(string Rule, int Line, string Resource, string Message, string Remedy);
