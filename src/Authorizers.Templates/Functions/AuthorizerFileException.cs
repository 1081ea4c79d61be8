namespace Authorizers.Templates.Functions;

/// <summary>A configuration that cannot be read.</summary>
/// <param name="message">Names the file and the place in it, and quotes nothing of it.</param>
internal sealed class AuthorizerFileException(string message) : Exception(message);
