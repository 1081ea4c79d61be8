namespace Authorizers.Cli.Issuer;

/// <summary>An issuer cannot be pinned, or the files cannot be written.</summary>
/// <param name="message">A sentence on each line.</param>
internal sealed class PinException(string message) : Exception(message);
