using System.Globalization;
using System.Text.Json;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Amazon.Lambda.Contracts.Tests;

/// <summary>The converters and the naming policy that every serializer starts with.</summary>
public sealed class ConverterTests
{
    [Theory]
    [InlineData("\"2026-11-20T03:29:00Z\"", "2026-11-20T03:29:00.0000000Z")]
    [InlineData("\"2026-11-20T03:29:00.5Z\"", "2026-11-20T03:29:00.5000000Z")]
    [InlineData("\"2026-11-20T03:29:00\"", "2026-11-20T03:29:00.0000000")]
    [InlineData("\"2026-11-20\"", "2026-11-20T00:00:00.0000000")]
    [InlineData("0", "1970-01-01T00:00:00.0000000Z")]
    [InlineData("-1", "1969-12-31T23:59:59.0000000Z")]
    [InlineData("1795145340", "2026-11-20T03:29:00.0000000Z")]
    [InlineData("1795145340.25", "2026-11-20T03:29:00.2500000Z")]
    [InlineData("1.79514534e9", "2026-11-20T03:29:00.0000000Z")]
    [InlineData("1795145340000", "2026-11-20T03:29:00.0000000Z")]
    [InlineData("157753180800", "6968-12-31T00:00:00.0000000Z")]
    [InlineData("157753180801", "1974-12-31T20:19:40.8010000Z")]
    public void A_date_is_text_or_seconds_or_from_a_certain_number_on_milliseconds(string sent, string read) => Assert.Equal(
        read,
        Wire.Samples.Read<Sample>($$"""{"date":{{sent}}}""").Date?.ToString("o", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"20/Nov/2026:03:29:00 +0000\"")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("1e300")]
    [InlineData("9223372036854775807")]
    public void Anything_else_is_no_date(string sent) =>
        Assert.Throws<JsonSerializerException>(() => Wire.Samples.Read<Sample>($$"""{"date":{{sent}}}"""));

    [Theory]
    [InlineData(DateTimeKind.Utc, """{"Date":"2026-11-20T03:29:00Z"}""")]
    [InlineData(DateTimeKind.Unspecified, """{"Date":"2026-11-20T03:29:00"}""")]
    public void A_date_is_written_as_text(DateTimeKind kind, string written) =>
        Assert.Equal(written, Wire.Samples.Write(new Sample { Date = new DateTime(2026, 11, 20, 3, 29, 0, kind) }));

    [Theory]
    [InlineData("\"AQL/\"", "1,2,255")]
    [InlineData("[1,2,255]", "1,2,255")]
    [InlineData("[]", "")]
    [InlineData("[1,null,\"x\",2]", "1,2")]
    public void Bytes_are_read_from_base64_or_numbers(string sent, string read) =>
        Assert.Equal(read, string.Join(',', Wire.Samples.Read<Sample>($$"""{"bytes":{{sent}}}""").Bytes!));

    [Theory]
    [InlineData("\"AQL_\"")]
    [InlineData("[256]")]
    [InlineData("[-1]")]
    [InlineData("1")]
    public void Anything_else_is_no_bytes(string sent) =>
        Assert.Throws<JsonSerializerException>(() => Wire.Samples.Read<Sample>($$"""{"bytes":{{sent}}}"""));

    [Fact]
    public void Bytes_are_written_as_numbers() =>
        Assert.Equal("""{"Bytes":[1,2,255]}""", Wire.Samples.Write(new Sample { Bytes = [1, 2, 255] }));

    [Fact]
    public void A_memory_stream_is_base64()
    {
        using MemoryStream stream = new([1, 2, 255]) { Position = 2 };

        Assert.Equal("""{"Stream":"AQL/"}""", Wire.Samples.Write(new Sample { Stream = stream }));
        Assert.Equal([1, 2, 255], Wire.Samples.Read<Sample>("""{"stream":"AQL/"}""").Stream!.ToArray());
        Assert.Throws<JsonSerializerException>(() => Wire.Samples.Read<Sample>("""{"stream":"?"}"""));
    }

    [Fact]
    public void A_constant_class_is_its_text() =>
        Assert.Equal("""{"Constant":"s3:Put"}""", Wire.Samples.Rewrite<Sample>("""{"constant":"s3:Put"}"""));

    [Fact]
    public void Null_is_null_whatever_the_converter() => Assert.Equal(
        "{}",
        Wire.Samples.Rewrite<Sample>("""{"date":null,"bytes":null,"stream":null,"constant":null}"""));

    [Fact]
    public void Names_stay_as_they_are_but_for_two() => Assert.Equal(
        """{"x-amz-id-2":"a","x-amz-request-id":"b","CamelCase":"c"}""",
        Wire.Samples.Rewrite<Sample>("""{"X-AMZ-ID-2":"a","x-amz-request-id":"b","camelCase":"c"}"""));

    [Theory]
    [InlineData("XAmzId2", "x-amz-id-2", "x-amz-id-2")]
    [InlineData("XAmzRequestId", "x-amz-request-id", "x-amz-request-id")]
    [InlineData("xAmzId2", "xAmzId2", "xAmzId2")]
    [InlineData("PrincipalId", "PrincipalId", "principalId")]
    public void A_naming_policy_may_have_another_behind_it(string name, string alone, string withCamelCase)
    {
        Assert.Equal(alone, new AwsNamingPolicy().ConvertName(name));
        Assert.Equal(alone, new AwsNamingPolicy(fallbackNamingPolicy: null).ConvertName(name));
        Assert.Equal(withCamelCase, new AwsNamingPolicy(JsonNamingPolicy.CamelCase).ConvertName(name));
    }
}
