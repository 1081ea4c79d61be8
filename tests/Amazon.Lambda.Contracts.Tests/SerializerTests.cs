using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Amazon.Lambda.Contracts.Tests;

/// <summary>The serializer itself: its constructors, its options, and what it does to streams.</summary>
public sealed class SerializerTests
{
    private const string Duplicates = """{"type":"A","type":"B"}""";

    [Fact]
    public void A_memory_stream_is_read_whole_wherever_it_stands()
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes("""{"type":"TOKEN"}"""));
        stream.Position = stream.Length;

        Assert.Equal("TOKEN", Wire.Rest.Deserialize<APIGatewayCustomAuthorizerRequest>(stream).Type);
    }

    [Fact]
    public void Another_stream_is_read_from_where_it_stands()
    {
        using MemoryStream memory = new(Encoding.UTF8.GetBytes("""skip{"type":"TOKEN"}"""));
        using BufferedStream stream = new(memory);
        stream.Position = 4;

        Assert.Equal("TOKEN", Wire.Rest.Deserialize<APIGatewayCustomAuthorizerRequest>(stream).Type);
    }

    [Fact]
    public void The_streams_stay_open()
    {
        using MemoryStream stream = new();

        Wire.Rest.Serialize(new APIGatewayCustomAuthorizerResponse(), stream);
        Assert.NotNull(Wire.Rest.Deserialize<APIGatewayCustomAuthorizerResponse>(stream));

        Assert.True(stream.CanWrite);
    }

    [Fact]
    public void A_type_that_is_not_registered_is_neither_read_nor_written()
    {
        Assert.Throws<JsonSerializerException>(() => Wire.HttpApi2.Read<APIGatewayCustomAuthorizerRequest>("{}"));
        Assert.Throws<JsonSerializerException>(() => Wire.HttpApi2.Write(new APIGatewayCustomAuthorizerResponse()));
    }

    [Fact]
    public void An_object_is_written_as_what_it_is() =>
        Assert.Equal("""{"principalId":"p"}""", Wire.Rest.Write<object>(PrincipalAlone));

    [Fact]
    public void An_option_may_be_changed()
    {
        ILambdaSerializer strict = new SourceGeneratorLambdaJsonSerializer<RestJson>(
            (JsonSerializerOptions options) => options.AllowDuplicateProperties = false);

        Assert.Equal("B", Wire.Rest.Read<APIGatewayCustomAuthorizerRequest>(Duplicates).Type);
        Assert.Throws<JsonSerializerException>(() => strict.Read<APIGatewayCustomAuthorizerRequest>(Duplicates));
    }

    [Fact]
    public void The_options_a_customizer_sees_are_the_default_ones()
    {
        JsonSerializerOptions? seen = null;
        _ = new SourceGeneratorLambdaJsonSerializer<RestJson>((JsonSerializerOptions options) => seen = options);

        Assert.NotNull(seen);
        Assert.True(seen.PropertyNameCaseInsensitive);
        Assert.IsType<AwsNamingPolicy>(seen.PropertyNamingPolicy);
        Assert.Equal(
            ["DateTimeConverter", "MemoryStreamConverter", "ConstantClassConverter", "ByteArrayConverter"],
            seen.Converters.Select(converter => converter.GetType().Name));
    }

    [Fact]
    public void The_options_a_writer_customizer_sees_are_a_copy()
    {
        JsonWriterOptions seen = default;
        ILambdaSerializer serializer = new SourceGeneratorLambdaJsonSerializer<RestJson>((JsonWriterOptions options) =>
        {
            options.Indented = true;
            seen = options;
        });

        Assert.Same(JavaScriptEncoder.UnsafeRelaxedJsonEscaping, seen.Encoder);
        Assert.Equal("""{"principalId":"p"}""", serializer.Write(PrincipalAlone));
    }

    [Fact]
    public void Both_customizers_may_be_null()
    {
        ILambdaSerializer serializer =
            new SourceGeneratorLambdaJsonSerializer<RestJson>(customizer: null, jsonWriterCustomizer: null);

        Assert.Equal("""{"principalId":"p"}""", serializer.Write(PrincipalAlone));
    }

    [Fact]
    public void A_context_made_elsewhere_keeps_its_own_options()
    {
#pragma warning disable CS0618 // Obsolete, and yet part of the contract.
        ILambdaSerializer serializer = new SourceGeneratorLambdaJsonSerializer<RestJson>(RestJson.Default);
#pragma warning restore CS0618

        Assert.Null(serializer.Read<APIGatewayCustomAuthorizerRequest>("""{"type":"TOKEN"}""").Type);
        Assert.Equal("TOKEN", serializer.Read<APIGatewayCustomAuthorizerRequest>("""{"Type":"TOKEN"}""").Type);
    }

    [Fact]
    public void A_context_without_a_constructor_for_options_is_refused() =>
        Assert.Throws<ApplicationException>(() => new SourceGeneratorLambdaJsonSerializer<NoOptionsJson>());

    [Fact]
    public void An_exception_carries_its_message_and_its_cause()
    {
        JsonException cause = new("cause");

        Assert.Equal("text", new JsonSerializerException("text").Message);
        Assert.Same(cause, new JsonSerializerException("text", cause).InnerException);
    }

    private static APIGatewayCustomAuthorizerResponse PrincipalAlone => new() { PrincipalID = "p", PolicyDocument = null };
}
