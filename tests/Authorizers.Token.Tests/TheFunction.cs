using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Authorizers.Lambda;
using Authorizers.Lambda.Typed;

namespace Authorizers.Token.Tests;

/// <summary>What the shared pairs are run with.</summary>
internal static class TheFunction
{
    public const string Name = "token";

    public const string AllowedPair = "allowed";

    public const string Tests = "Authorizers.Token.Tests";

    /// <summary>It holds records of none.</summary>
    public static IReadOnlyList<string> ApiKeyIds => [];

    public static AuthorizerFunction Build(FunctionSurroundings surroundings) => Composition.Build(surroundings);

    /// <summary>True for a member of an event that holds what a caller presents.</summary>
    public static bool Presents(string member) => "authorizationToken".Equals(member, StringComparison.OrdinalIgnoreCase);

    public static async Task InvokeTypedAsync(AuthorizerFunction function, byte[] json, Stream output, ILambdaContext context)
    {
        var serializer = new SourceGeneratorLambdaJsonSerializer<AuthorizerJson>();
        using var input = new MemoryStream(json);
        APIGatewayCustomAuthorizerRequest request = serializer.Deserialize<APIGatewayCustomAuthorizerRequest>(input);
        serializer.Serialize(await new TokenFunction(function).FunctionHandlerAsync(request, context), output);
    }
}
