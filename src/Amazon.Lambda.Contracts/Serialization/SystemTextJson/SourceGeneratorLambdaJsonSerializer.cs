using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>Reads and writes the types a source-generated context registers, and no others.</summary>
/// <remarks>The context's own [JsonSourceGenerationOptions] do not count: it is built with this serializer's options.</remarks>
public class SourceGeneratorLambdaJsonSerializer<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSGContext>
    : AbstractLambdaJsonSerializer, ILambdaSerializer
    where TSGContext : JsonSerializerContext
{
    private readonly TSGContext _context;

    public SourceGeneratorLambdaJsonSerializer()
        : this(customizer: null, jsonWriterCustomizer: null)
    {
    }

    /// <summary>The customizer sees the default options and changes them in place.</summary>
    public SourceGeneratorLambdaJsonSerializer(Action<JsonSerializerOptions> customizer)
        : this(customizer, jsonWriterCustomizer: null)
    {
    }

    public SourceGeneratorLambdaJsonSerializer(Action<JsonWriterOptions> jsonWriterCustomizer)
        : this(customizer: null, jsonWriterCustomizer)
    {
    }

    public SourceGeneratorLambdaJsonSerializer(
        Action<JsonSerializerOptions> customizer, Action<JsonWriterOptions> jsonWriterCustomizer)
        : base(jsonWriterCustomizer)
    {
        SerializerOptions = CustomizedOptions(customizer);
        _context = CreateContext(SerializerOptions);
    }

    [Obsolete("A context made elsewhere has its own options. Let the serializer make one: that is AOT safe.")]
    public SourceGeneratorLambdaJsonSerializer(
        TSGContext jsonSerializerContext,
        Action<JsonSerializerOptions> customizer = null,
        Action<JsonWriterOptions> jsonWriterCustomizer = null)
        : base(jsonWriterCustomizer)
    {
        SerializerOptions = CustomizedOptions(customizer);
        _context = jsonSerializerContext;
    }

    /// <summary>Read-only once a context is made with them.</summary>
    protected JsonSerializerOptions SerializerOptions { get; }

    protected override void InternalSerialize<T>(Utf8JsonWriter writer, T response) =>
        JsonSerializer.Serialize(writer, response, Registered<T>());

    protected override T InternalDeserialize<T>(byte[] utf8Json) =>
        JsonSerializer.Deserialize(utf8Json, Registered<T>());

    [SuppressMessage("Usage", "CA2201", Justification = "Amazon's serializer throws this type.")]
    private static TSGContext CreateContext(JsonSerializerOptions options)
    {
        ConstructorInfo constructor = typeof(TSGContext).GetConstructor([typeof(JsonSerializerOptions)])
            ?? throw new ApplicationException($"{typeof(TSGContext).FullName} has no constructor for JsonSerializerOptions.");

        return (TSGContext)constructor.Invoke([options]);
    }

    private JsonSerializerOptions CustomizedOptions(Action<JsonSerializerOptions> customizer)
    {
        JsonSerializerOptions options = CreateDefaultJsonSerializationOptions();
        customizer?.Invoke(options);
        return options;
    }

    private JsonTypeInfo<T> Registered<T>() =>
        _context.GetTypeInfo(typeof(T)) as JsonTypeInfo<T>
        ?? throw new JsonSerializerException($"{_context.GetType().FullName} does not register {typeof(T).FullName}.");
}
