using Authorizers.Templates.Apis;

namespace Authorizers.Templates.Linting.Rules;

/// <summary>A refusal that a page of another origin cannot read: the browser hides it and reports a CORS error instead.</summary>
internal sealed class GatewayResponseWithoutCors() : LintRule("gateway_response_without_cors")
{
    private const string AllowOrigin = "access-control-allow-origin";

    private const string Remedy =
        "Set Access-Control-Allow-Origin under GatewayResponses of DEFAULT_4XX and DEFAULT_5XX, or of the types named.";

    /// <summary>What refusals and failures are answered with, each with what stands in where it is not defined.</summary>
    private static readonly (string Type, string Default)[] Types =
    [
        ("UNAUTHORIZED", "DEFAULT_4XX"),
        ("ACCESS_DENIED", "DEFAULT_4XX"),
        ("AUTHORIZER_FAILURE", "DEFAULT_5XX"),
        ("AUTHORIZER_CONFIGURATION_ERROR", "DEFAULT_5XX"),
    ];

    public override IEnumerable<Finding> Examine(LintSubject subject) =>
        from api in subject.Valued.Apis
        where api is { Kind: ApiKind.Rest, HasCors: true }
            && api.Routes.Any(route => route.Authorization == RouteAuthorization.Authorizer)
        from lacking in Lacking(api).GroupBy(lacking => lacking.Line, lacking => lacking.Type)
        select Found(
            lacking.Key,
            api.Id,
            $"{api.Id} has CORS, and no Access-Control-Allow-Origin in {string.Join(", ", lacking)}: pages cannot read that they "
            + "were refused.",
            Remedy);

    private static IEnumerable<(string Type, int Line)> Lacking(ApiDefinition api)
    {
        foreach ((string type, string byDefault) in Types)
        {
            ApiGatewayResponse? response = Find(api, type) ?? Find(api, byDefault);
            if (response?.Headers.ContainsKey(AllowOrigin) != true)
            {
                yield return (type, response?.Line ?? api.Line);
            }
        }
    }

    private static ApiGatewayResponse? Find(ApiDefinition api, string type) =>
        api.GatewayResponses.FirstOrDefault(response => response.Type == type);
}
