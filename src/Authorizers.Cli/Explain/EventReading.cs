using Authorizers.Core;
using Authorizers.Core.Events;

namespace Authorizers.Cli.Explain;

/// <summary>The event as the functions of the suite read it.</summary>
internal static class EventReading
{
    /// <summary>Null when it is no event that a function of the suite reads.</summary>
    public static AuthorizerRequest? TryRead(ReadOnlyMemory<byte> json) =>
        TryRead(TokenEvent.Read, json) ?? TryRead(RequestEvent.Read, json);

    private static AuthorizerRequest? TryRead(
        Func<ReadOnlyMemory<byte>, AuthorizerRequest> read, ReadOnlyMemory<byte> json)
    {
        try
        {
            return read(json);
        }
        catch (InvalidEventException)
        {
            return null;
        }
    }
}
