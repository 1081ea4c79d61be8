using System.Text.Json.Serialization;

namespace Amazon.Lambda.Contracts.Tests;

/// <summary>Asks for options that the serializer must replace by its own.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseUpper,
    PropertyNameCaseInsensitive = false,
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(Sample))]
internal sealed partial class SampleJson : JsonSerializerContext;
