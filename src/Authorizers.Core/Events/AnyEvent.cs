using System.Text.Json;

namespace Authorizers.Core.Events;

/// <summary>Reads a TOKEN event or a REQUEST event, by its <c>type</c>.</summary>
public static class AnyEvent
{
    /// <exception cref="InvalidEventException">It is neither, or not as it should be.</exception>
    public static AuthorizerRequest Read(ReadOnlyMemory<byte> json) =>
        IsToken(json.Span) ? TokenEvent.Read(json) : RequestEvent.Read(json);

    /// <summary>Whoever reads the event then finds out what is wrong with it.</summary>
    private static bool IsToken(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isType = reader.ValueTextEquals("type"u8);
                reader.Read();
                if (isType)
                {
                    return reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("TOKEN"u8);
                }

                reader.Skip();
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }

        return false;
    }
}
