using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;

namespace Authorizers.Lambda.Typed;

/// <summary>
/// For <c>SourceGeneratorLambdaJsonSerializer&lt;AuthorizerJson&gt;</c>: the event types of the suite, and each type that a
/// context value has.
/// </summary>
[JsonSerializable(typeof(APIGatewayCustomAuthorizerRequest))]
[JsonSerializable(typeof(APIGatewayCustomAuthorizerResponse))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(double))]
public sealed partial class AuthorizerJson : JsonSerializerContext;
