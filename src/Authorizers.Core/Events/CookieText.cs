namespace Authorizers.Core.Events;

/// <summary>A list of cookies as a client sends it: <c>name=value</c>, parted by semicolons (RFC 6265 section 4.2.1).</summary>
internal static class CookieText
{
    /// <summary>Adds each value of the name; names compare with case.</summary>
    public static void Find(ReadOnlyMemory<byte> list, RequestKey key, List<ReadOnlyMemory<byte>> found)
    {
        while (!list.IsEmpty)
        {
            int end = list.Span.IndexOf((byte)';');
            ReadOnlyMemory<byte> pair = end < 0 ? list : list[..end];
            list = end < 0 ? default : list[(end + 1)..];
            if (TryCut(pair, out ReadOnlyMemory<byte> name, out ReadOnlyMemory<byte> value) && key.IsSpelled(name.Span))
            {
                found.Add(value);
            }
        }
    }

    /// <summary>The name and the value of one cookie, white space trimmed; false when it has no name.</summary>
    public static bool TryCut(ReadOnlyMemory<byte> pair, out ReadOnlyMemory<byte> name, out ReadOnlyMemory<byte> value)
    {
        int equals = pair.Span.IndexOf((byte)'=');
        name = equals < 0 ? default : pair[..equals].Trim(" \t"u8);
        value = equals < 0 ? default : pair[(equals + 1)..].Trim(" \t"u8);
        return !name.IsEmpty;
    }
}
