using System.Text;
using System.Text.Json;

namespace Authorizers.Core.Events;

/// <summary>A member of a REQUEST event that is read.</summary>
/// <param name="name">Compared with case.</param>
/// <param name="read">Reads a value that is not null.</param>
internal sealed class EventMember(string name, EventMember.Reader read)
{
    public delegate void Reader(ref Utf8JsonReader reader, RequestEventParts parts);

    public byte[] Name { get; } = Encoding.UTF8.GetBytes(name);

    public Reader Read => read;
}
