using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;

namespace Authorizers.Lambda.Typed;

/// <summary>
/// The same for the event types of HTTP APIs with payload format 2.0, some of which have names that the others have too.
/// </summary>
[JsonSerializable(typeof(APIGatewayCustomAuthorizerV2Request))]
[JsonSerializable(typeof(APIGatewayCustomAuthorizerV2IamResponse))]
[JsonSerializable(typeof(APIGatewayCustomAuthorizerV2SimpleResponse))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(double))]
public sealed partial class AuthorizerV2Json : JsonSerializerContext;
