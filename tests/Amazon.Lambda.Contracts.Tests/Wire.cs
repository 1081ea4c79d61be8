using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Amazon.Lambda.Contracts.Tests;

/// <summary>The serializers as a function builds them, with text for bytes.</summary>
internal static class Wire
{
    public static readonly ILambdaSerializer Rest = new SourceGeneratorLambdaJsonSerializer<RestJson>();

    public static readonly ILambdaSerializer HttpApi2 = new SourceGeneratorLambdaJsonSerializer<HttpApi2Json>();

    public static readonly ILambdaSerializer Samples = new SourceGeneratorLambdaJsonSerializer<SampleJson>();

    /// <summary>One byte for each character, so that a test can write bytes that are no UTF-8.</summary>
    public static byte[] Latin1(string json) => Encoding.Latin1.GetBytes(json);

    /// <summary>A document broken over lines between its members, as it is sent: on one line.</summary>
    public static string OneLine(string json) => json.ReplaceLineEndings("");

    public static T Read<T>(this ILambdaSerializer serializer, string json) =>
        serializer.Read<T>(Encoding.UTF8.GetBytes(json));

    public static T Read<T>(this ILambdaSerializer serializer, byte[] json)
    {
        using MemoryStream stream = new(json);
        return serializer.Deserialize<T>(stream);
    }

    public static string Write<T>(this ILambdaSerializer serializer, T value)
    {
        using MemoryStream stream = new();
        serializer.Serialize(value, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Reads and writes again: every member that was read, in the order and under the name of the type.</summary>
    public static string Rewrite<T>(this ILambdaSerializer serializer, string json) => serializer.Write(serializer.Read<T>(json));
}
