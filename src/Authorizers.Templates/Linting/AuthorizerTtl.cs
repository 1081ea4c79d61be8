using Authorizers.Templates.Apis;

namespace Authorizers.Templates.Linting;

/// <summary>For how many seconds API Gateway keeps an authorizer's answers.</summary>
internal static class AuthorizerTtl
{
    /// <summary>What the template says, else API Gateway's own default.</summary>
    public static string TextOf(ApiDefinition api, ApiAuthorizer authorizer) =>
        authorizer.Ttl?.Text ?? (api.Kind == ApiKind.Rest ? "300" : "0");

    public static bool IsAboveZero(ApiDefinition api, ApiAuthorizer authorizer) =>
        Seconds.Of(TextOf(api, authorizer)) > 0;

    public static int LineOf(ApiAuthorizer authorizer) => authorizer.Ttl?.Line ?? authorizer.Line;
}
