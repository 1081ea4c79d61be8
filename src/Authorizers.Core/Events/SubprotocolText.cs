using System.Text;

namespace Authorizers.Core.Events;

/// <summary>
/// A list of subprotocols as a WebSocket client offers it: names parted by commas. One that begins with a name agreed on and a dot
/// carries what follows: a page can offer subprotocols, but send no header of its own.
/// </summary>
internal static class SubprotocolText
{
    /// <summary>Adds each name that is not empty, white space trimmed.</summary>
    public static void Split(ReadOnlyMemory<byte> list, List<ReadOnlyMemory<byte>> names)
    {
        while (!list.IsEmpty)
        {
            int end = list.Span.IndexOf((byte)',');
            ReadOnlyMemory<byte> name = (end < 0 ? list : list[..end]).Trim(" \t"u8);
            list = end < 0 ? default : list[(end + 1)..];
            if (!name.IsEmpty)
            {
                names.Add(name);
            }
        }
    }

    /// <summary>Adds what a subprotocol carries under that key, if it does.</summary>
    public static void Find(ReadOnlyMemory<byte> subprotocol, RequestKey key, List<ReadOnlyMemory<byte>> found)
    {
        if (IsUnder(subprotocol.Span, key))
        {
            found.Add(subprotocol[(key.Name.Length + 1)..]);
        }
    }

    /// <summary>In any case: a token under a name spelled otherwise is a token.</summary>
    public static bool IsUnder(ReadOnlySpan<byte> subprotocol, RequestKey key) =>
        subprotocol.Length > key.Name.Length
        && subprotocol[key.Name.Length] == (byte)'.'
        && Ascii.EqualsIgnoreCase(subprotocol[..key.Name.Length], key.Name);
}
