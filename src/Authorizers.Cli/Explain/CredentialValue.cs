namespace Authorizers.Cli.Explain;

/// <summary>A value that stands where credentials are looked for, before it is reduced to what may be shown of it.</summary>
/// <remarks>It holds a credential, so it is no record and prints nothing of itself.</remarks>
/// <param name="source">In words, or as the configuration names it.</param>
/// <param name="text">The whole value, in UTF-8.</param>
/// <param name="isBare">The source takes a token without a scheme before it.</param>
/// <param name="kind">What is looked for there.</param>
internal sealed class CredentialValue(string source, ReadOnlyMemory<byte> text, bool isBare, CredentialKind kind)
{
    public string Source => source;

    public ReadOnlyMemory<byte> Text => text;

    public bool IsBare => isBare;

    public CredentialKind Kind => kind;
}
