using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.Serialization.SystemTextJson.Converters;

namespace Amazon.Lambda.Contracts.Tests;

/// <summary>Members of Amazon.Lambda.Serialization.SystemTextJson 3.0.0.</summary>
public sealed class SerializationShapeTests
{
    [Theory]
    [InlineData(typeof(AbstractLambdaJsonSerializer), """
        abstract class AbstractLambdaJsonSerializer
        T Deserialize<T>(Stream requestStream)
        Void Serialize<T>(T response, Stream responseStream)
        protected JsonWriterOptions WriterOptions { get; }
        protected abstract T InternalDeserialize<T>(Byte[] utf8Json)
        protected abstract Void InternalSerialize<T>(Utf8JsonWriter writer, T response)
        protected new(Action<JsonWriterOptions> jsonWriterCustomizer)
        protected virtual JsonSerializerOptions CreateDefaultJsonSerializationOptions()
        """)]
    [InlineData(typeof(SourceGeneratorLambdaJsonSerializer<>), """
        class SourceGeneratorLambdaJsonSerializer<TSGContext> : AbstractLambdaJsonSerializer
        new()
        new(Action<JsonSerializerOptions> customizer)
        new(Action<JsonSerializerOptions> customizer, Action<JsonWriterOptions> jsonWriterCustomizer)
        new(Action<JsonWriterOptions> jsonWriterCustomizer)
        new(TSGContext jsonSerializerContext,
            Action<JsonSerializerOptions> customizer = null,
            Action<JsonWriterOptions> jsonWriterCustomizer = null) obsolete
        protected JsonSerializerOptions SerializerOptions { get; }
        protected override T InternalDeserialize<T>(Byte[] utf8Json)
        protected override Void InternalSerialize<T>(Utf8JsonWriter writer, T response)
        """)]
    [InlineData(typeof(AwsNamingPolicy), """
        class AwsNamingPolicy : JsonNamingPolicy
        new()
        new(JsonNamingPolicy fallbackNamingPolicy)
        override String ConvertName(String name)
        """)]
    [InlineData(typeof(JsonSerializerException), """
        class JsonSerializerException : Exception
        new(String message)
        new(String message, Exception exception)
        """)]
    [InlineData(typeof(DateTimeConverter), """
        class DateTimeConverter : JsonConverter<DateTime>
        new()
        override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        override Void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options)
        """)]
    [InlineData(typeof(MemoryStreamConverter), """
        class MemoryStreamConverter : JsonConverter<MemoryStream>
        new()
        override MemoryStream Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        override Void Write(Utf8JsonWriter writer, MemoryStream value, JsonSerializerOptions options)
        """)]
    [InlineData(typeof(ConstantClassConverter), """
        class ConstantClassConverter : JsonConverter<Object>
        new()
        override Boolean CanConvert(Type typeToConvert)
        override Object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        override Void Write(Utf8JsonWriter writer, Object value, JsonSerializerOptions options)
        """)]
    [InlineData(typeof(ByteArrayConverter), """
        class ByteArrayConverter : JsonConverter<Byte[]>
        new()
        override Byte[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        override Void Write(Utf8JsonWriter writer, Byte[] values, JsonSerializerOptions options)
        """)]
    public void Serialization_has_Amazons_members(Type type, string members) => Assert.Equal(members, Shape.Of(type));
}
