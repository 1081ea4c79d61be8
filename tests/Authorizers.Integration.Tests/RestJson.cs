using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;

namespace Authorizers.Integration.Tests;

/// <summary>As a backend's serializer has it; the two payload formats cannot share one context.</summary>
[JsonSerializable(typeof(APIGatewayProxyRequest))]
internal sealed partial class RestJson : JsonSerializerContext;
