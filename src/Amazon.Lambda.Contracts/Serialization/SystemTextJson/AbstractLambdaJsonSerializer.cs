using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Serialization.SystemTextJson.Converters;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>The bytes on both sides of a handler; a derived class knows the types.</summary>
/// <remarks>
/// Amazon's prints every event and response to standard output when LAMBDA_NET_SERIALIZER_DEBUG is "true". This one does
/// not: an authorizer's event is a credential, and the functions refuse to start with that variable set.
/// </remarks>
public abstract class AbstractLambdaJsonSerializer
{
    /// <summary>What the customizer does to its argument is lost, as in Amazon's: options of a writer are a value.</summary>
    protected AbstractLambdaJsonSerializer(Action<JsonWriterOptions> jsonWriterCustomizer)
    {
        WriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        jsonWriterCustomizer?.Invoke(WriterOptions);
    }

    protected JsonWriterOptions WriterOptions { get; }

    /// <summary>Leaves the stream open; a failure may leave the beginning of a document in it.</summary>
    public void Serialize<T>(T response, Stream responseStream)
    {
        try
        {
            using Utf8JsonWriter writer = new(responseStream, WriterOptions);
            InternalSerialize(writer, response);
        }
        catch (Exception failure)
        {
            throw new JsonSerializerException($"No JSON for a response of type {typeof(T).FullName}: {failure.Message}", failure);
        }
    }

    /// <summary>Reads a MemoryStream whole, wherever its position is, and any other stream from where it is.</summary>
    public T Deserialize<T>(Stream requestStream)
    {
        try
        {
            return InternalDeserialize<T>(Bytes(requestStream));
        }
        catch (Exception failure)
        {
            throw new JsonSerializerException($"The event is no {typeof(T).FullName}: {failure.Message}", failure);
        }
    }

    /// <summary>Nulls are left out, names are read without case, and the four converters of this package apply.</summary>
    protected virtual JsonSerializerOptions CreateDefaultJsonSerializationOptions() => new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNameCaseInsensitive = true,
        PropertyNamingPolicy = new AwsNamingPolicy(),
        Converters =
        {
            new DateTimeConverter(),
            new MemoryStreamConverter(),
            new ConstantClassConverter(),
            new ByteArrayConverter(),
        },
    };

    protected abstract void InternalSerialize<T>(Utf8JsonWriter writer, T response);

    protected abstract T InternalDeserialize<T>(byte[] utf8Json);

    private static byte[] Bytes(Stream stream)
    {
        if (stream is MemoryStream memory)
        {
            return memory.ToArray();
        }

        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
