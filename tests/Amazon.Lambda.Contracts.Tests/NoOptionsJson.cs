using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Amazon.Lambda.Contracts.Tests;

/// <summary>A context written by hand, without the constructor that source generation gives one.</summary>
internal sealed class NoOptionsJson() : JsonSerializerContext(options: null)
{
    protected override JsonSerializerOptions? GeneratedSerializerOptions => null;

    public override JsonTypeInfo? GetTypeInfo(Type type) => null;
}
