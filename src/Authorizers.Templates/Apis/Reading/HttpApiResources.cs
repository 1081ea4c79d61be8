using Authorizers.Templates.Values;

namespace Authorizers.Templates.Apis.Reading;

/// <summary>Reads <c>AWS::ApiGatewayV2::Api</c>, of HTTP or WebSockets, and the resources that belong to it.</summary>
internal sealed class HttpApiResources(StackResources stack, LinkedDefinition linked)
{
    private const string DefaultRoute = "$default";

    private readonly ILookup<string?, TemplateResource> _parts = stack
        .OfType("AWS::ApiGatewayV2::Route", "AWS::ApiGatewayV2::Authorizer")
        .ToLookup(part => StackResources.Referred(part.Properties["ApiId"]));

    /// <summary>What it says itself.</summary>
    public ApiDraft Begin(TemplateResource resource)
    {
        TemplateMap properties = resource.Properties;
        bool isWebSocket = PartReader.Text(properties, "ProtocolType")?.Text == "WEBSOCKET";
        var api = new ApiDraft(resource, isWebSocket ? ApiKind.WebSocket : ApiKind.Http);
        if (RawDefinition.Read(api, linked) is { } document)
        {
            new OpenApiDocument(api, stack).Read(document);
        }

        if (properties["Target"] is not null)
        {
            AddRoute(api, PartReader.Text(properties, "RouteKey")?.Text ?? DefaultRoute, PartReader.LineOf(properties, "Target"));
        }

        api.HasCors |= properties["CorsConfiguration"] is not (null or TemplateText { Text: "" });
        api.DefaultEndpointDisabled |= PartReader.IsTrue(properties, "DisableExecuteApiEndpoint");
        return api;
    }

    /// <summary>Adds the resources that name it; those of SAM may have some too.</summary>
    public void AddParts(ApiDraft api)
    {
        foreach (TemplateResource part in _parts[api.Resource.Id])
        {
            if (part.Type == "AWS::ApiGatewayV2::Authorizer")
            {
                api.Add(AuthorizerOf(part));
            }
            else
            {
                RouteDraft route = AddRoute(api, PartReader.Text(part.Properties, "RouteKey")?.Text ?? "", part.Line);
                route.Security = RawSecurity.Of(api.Parts, part.Properties);
                route.ApiKeyRequired = PartReader.IsTrue(part.Properties, "ApiKeyRequired");
            }
        }
    }

    /// <summary>The key of an HTTP API's route is <c>GET /orders</c>; all others are keys alone.</summary>
    private static RouteDraft AddRoute(ApiDraft api, string key, int line) =>
        api.Kind is ApiKind.Http && key.Split(' ', 2) is [string method, string path]
            ? api.Route(method.ToUpperInvariant(), path, line)
            : api.Route("", key, line);

    private ApiAuthorizer AuthorizerOf(TemplateResource part)
    {
        TemplateMap properties = part.Properties;
        return new ApiAuthorizer
        {
            Name = part.Id,
            Line = part.Line,
            Kind = PartReader.Text(properties, "AuthorizerType")?.Text == "REQUEST"
                ? AuthorizerKind.Request
                : AuthorizerKind.BuiltIn,
            Function = stack.FunctionIn(properties["AuthorizerUri"]),
            IdentitySources = IdentitySourceText.Spell(PartReader.Texts(properties, "IdentitySource")),
            Ttl = PartReader.Text(properties, "AuthorizerResultTtlInSeconds"),
            SimpleResponses = PartReader.IsTrue(properties, "EnableSimpleResponses"),
            PayloadFormatVersion = PartReader.Text(properties, "AuthorizerPayloadFormatVersion")?.Text,
            ValidationExpression = PartReader.Text(properties, "IdentityValidationExpression"),
            HasPermission = PartReader.Text(properties, "AuthorizerCredentialsArn") is not null,
        };
    }
}
