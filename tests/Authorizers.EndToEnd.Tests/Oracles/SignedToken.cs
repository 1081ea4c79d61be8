namespace Authorizers.EndToEnd.Tests.Oracles;

/// <summary>A good token and how it was made, to be spoilt on its way.</summary>
internal sealed record SignedToken(string Text, Signer Key, string Algorithm)
{
    public string Header => Text[..Text.IndexOf('.')];

    public string Claims => Text[(Header.Length + 1)..Text.LastIndexOf('.')];

    public string Signature => Text[(Text.LastIndexOf('.') + 1)..];

    public string SigningInput => Text[..Text.LastIndexOf('.')];

    public string With(string? header = null, string? claims = null, string? signature = null) =>
        $"{header ?? Header}.{claims ?? Claims}.{signature ?? Signature}";
}
