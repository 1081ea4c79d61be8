using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;

namespace Authorizers.Integration.Tests;

/// <summary>As a backend's serializer has it; the two payload formats cannot share one context.</summary>
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyRequest))]
internal sealed partial class HttpApi2Json : JsonSerializerContext;
