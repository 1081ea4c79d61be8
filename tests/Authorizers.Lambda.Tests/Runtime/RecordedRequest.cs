namespace Authorizers.Lambda.Tests.Runtime;

/// <summary>A request as it came over the wire, one letter a byte.</summary>
/// <param name="Head">Up to and including the empty line.</param>
/// <param name="Body">As many bytes as Content-Length said.</param>
internal sealed record RecordedRequest(string Head, string Body)
{
    /// <summary>Method and path.</summary>
    public string Call => Head[..Head.IndexOf(" HTTP/1.1\r\n", StringComparison.Ordinal)];

    /// <summary>All of it.</summary>
    public string Text => Head + Body;
}
