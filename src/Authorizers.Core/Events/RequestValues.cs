using System.Text;

namespace Authorizers.Core.Events;

/// <summary>
/// What an event tells of the request beyond the method called. A key may have no value, one, or several: how duplicates are
/// taken is for whoever asks.
/// </summary>
/// <remarks>
/// It holds credentials, so it is no record and prints nothing of itself. It may point into the buffer that the event was
/// received in, so it is good until the invocation ends.
/// </remarks>
public sealed class RequestValues
{
    private readonly IReadOnlyList<RequestText> _texts;
    private readonly ReadOnlyMemory<byte> _rawQuery;
    private readonly ClientCertificate? _certificate;

    /// <param name="values">By key, in the order of the request.</param>
    public RequestValues(IReadOnlyList<KeyValuePair<RequestKey, string>> values)
        : this(Texts(values), default, null)
    {
    }

    internal RequestValues(IReadOnlyList<RequestText> texts, ReadOnlyMemory<byte> rawQuery, ClientCertificate? certificate) =>
        (_texts, _rawQuery, _certificate) = (texts, rawQuery, certificate);

    /// <summary>Of an event that tells nothing more, as a TOKEN event.</summary>
    public static RequestValues None { get; } = new([]);

    /// <summary>Of an event that tells one header and nothing more; empty is as good as none.</summary>
    public static RequestValues OfHeader(RequestKey header, ReadOnlyMemory<byte> value) =>
        value.IsEmpty ? None : new([new RequestText(header.Part, Encoding.UTF8.GetBytes(header.Name), value)], default, null);

    /// <summary>Every value under this key, in the order of the request; empty when there is none.</summary>
    public IReadOnlyList<string> Of(RequestKey key)
    {
        if (key.Equals(RequestKey.Thumbprint) && _certificate is not null)
        {
            return _certificate.Thumbprint() is { } thumbprint ? [thumbprint] : [];
        }

        IReadOnlyList<ReadOnlyMemory<byte>> found = Utf8Of(key);
        string[] texts = found.Count == 0 ? [] : new string[found.Count];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = Encoding.UTF8.GetString(found[i].Span);
        }

        return texts;
    }

    /// <summary>The subprotocols that a WebSocket client offers, in its order (RFC 6455 section 11.3.4).</summary>
    internal List<ReadOnlyMemory<byte>> Offered
    {
        get
        {
            List<ReadOnlyMemory<byte>> headers = [];
            List<ReadOnlyMemory<byte>> offered = [];
            Find(RequestKey.SubprotocolHeader, headers);
            headers.ForEach(header => SubprotocolText.Split(header, offered));
            return offered;
        }
    }

    /// <summary>The same in UTF-8, without a copy where the event needed none.</summary>
    internal IReadOnlyList<ReadOnlyMemory<byte>> Utf8Of(RequestKey key)
    {
        List<ReadOnlyMemory<byte>> found = [];
        if (key.Part == RequestPart.Query && !_rawQuery.IsEmpty)
        {
            QueryText.Find(_rawQuery.Span, key, found);
            return found;
        }

        if (key.Part == RequestPart.Subprotocol)
        {
            Offered.ForEach(protocol => SubprotocolText.Find(protocol, key, found));
            return found;
        }

        Find(key, found);
        if (key.Part == RequestPart.Cookie)
        {
            FindCookies(key, found);
        }
        else if (key.InContext is { } same)
        {
            Find(same, found);
        }

        return found;
    }

    /// <summary>
    /// A map that keeps the last value of a name adds what the map of all values lacks: where the two disagree, there are
    /// several.
    /// </summary>
    private void Find(RequestKey key, List<ReadOnlyMemory<byte>> found)
    {
        foreach (RequestText text in _texts)
        {
            if (!text.Repeats && text.IsUnder(key))
            {
                found.Add(text.Value);
            }
        }

        int whole = found.Count;
        foreach (RequestText text in _texts)
        {
            if (text.Repeats && text.IsUnder(key) && !IsAmong(found, whole, text.Value))
            {
                found.Add(text.Value);
            }
        }
    }

    /// <summary>An HTTP API lists the cookies apart from the headers; of other APIs they stand in the header.</summary>
    private void FindCookies(RequestKey key, List<ReadOnlyMemory<byte>> found)
    {
        List<ReadOnlyMemory<byte>> headers = [];
        List<ReadOnlyMemory<byte>> sent = [];
        Find(RequestKey.CookieHeader, headers);
        headers.ForEach(header => CookieText.Find(header, key, sent));
        int listed = found.Count;
        foreach (ReadOnlyMemory<byte> value in sent)
        {
            if (!IsAmong(found, listed, value))
            {
                found.Add(value);
            }
        }
    }

    private static List<RequestText> Texts(IReadOnlyList<KeyValuePair<RequestKey, string>> values)
    {
        List<RequestText> texts = new(values.Count);
        foreach ((RequestKey key, string value) in values)
        {
            texts.Add(new RequestText(key.Part, Encoding.UTF8.GetBytes(key.Name), Encoding.UTF8.GetBytes(value)));
        }

        return texts;
    }

    private static bool IsAmong(List<ReadOnlyMemory<byte>> values, int count, ReadOnlyMemory<byte> value)
    {
        for (int i = 0; i < count; i++)
        {
            if (values[i].Span.SequenceEqual(value.Span))
            {
                return true;
            }
        }

        return false;
    }
}
