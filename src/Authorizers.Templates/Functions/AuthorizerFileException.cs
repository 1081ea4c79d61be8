namespace Authorizers.Templates.Functions;

/// <summary>A configuration that cannot be read.</summary>
/// <param name="message">What is wrong with it, and where; it quotes nothing of it.</param>
internal sealed class AuthorizerFileException(string message) : Exception(message);
