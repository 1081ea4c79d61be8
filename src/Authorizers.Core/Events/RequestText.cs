using System.Runtime.InteropServices;

namespace Authorizers.Core.Events;

/// <summary>
/// One name and value of an event, in UTF-8, where possible still in the buffer that the event was received in.
/// </summary>
/// <param name="part">Where it stands.</param>
/// <param name="name">Of a member of an object within <c>$context</c>, with dots.</param>
/// <param name="value">As a client or API Gateway sent it, escapes of JSON undone.</param>
/// <param name="repeats">True when another map of the event has every value, of which this one keeps the last.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly struct RequestText(
    RequestPart part, ReadOnlyMemory<byte> name, ReadOnlyMemory<byte> value, bool repeats = false)
{
    public RequestPart Part => part;

    public ReadOnlyMemory<byte> Name => name;

    public ReadOnlyMemory<byte> Value => value;

    public bool Repeats => repeats;

    public bool IsUnder(RequestKey key) => part == key.Part && key.IsSpelled(name.Span);

    public RequestText Under(ReadOnlyMemory<byte> otherName) => new(part, otherName, value, repeats);
}
