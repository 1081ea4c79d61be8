using Authorizers.Templates.Values;

namespace Authorizers.Templates.Apis.Reading;

/// <summary>Reads <c>AWS::ApiGateway::RestApi</c> and the resources that belong to it.</summary>
internal sealed class RestApiResources(StackResources stack, LinkedDefinition linked)
{
    private readonly RestPaths _paths = new(stack);
    private readonly ILookup<string?, TemplateResource> _parts = stack
        .OfType("AWS::ApiGateway::Method", "AWS::ApiGateway::Authorizer", "AWS::ApiGateway::GatewayResponse")
        .ToLookup(part => StackResources.Referred(part.Properties["RestApiId"]));

    /// <summary>What it says itself.</summary>
    public ApiDraft Begin(TemplateResource resource)
    {
        var api = new ApiDraft(resource, ApiKind.Rest);
        TemplateMap properties = resource.Properties;
        if (RawDefinition.Read(api, linked) is { } document)
        {
            new OpenApiDocument(api, stack).Read(document);
        }

        api.ApiKeySource = PartReader.Text(properties, "ApiKeySourceType")?.Text.ToUpperInvariant() ?? api.ApiKeySource;
        api.DefaultEndpointDisabled |= PartReader.IsTrue(properties, "DisableExecuteApiEndpoint");
        return api;
    }

    /// <summary>Adds the resources that name it; those of SAM may have some too.</summary>
    public void AddParts(ApiDraft api)
    {
        foreach (TemplateResource part in _parts[api.Resource.Id])
        {
            switch (part.Type)
            {
                case "AWS::ApiGateway::Method":
                    AddMethod(api, part);
                    break;
                case "AWS::ApiGateway::Authorizer":
                    api.Add(AuthorizerOf(part));
                    break;
                default:
                    AddResponse(api, part);
                    break;
            }
        }
    }

    private void AddMethod(ApiDraft api, TemplateResource part)
    {
        TemplateMap properties = part.Properties;
        string method = PartReader.Text(properties, "HttpMethod")?.Text.ToUpperInvariant() ?? "";
        RouteDraft route = api.Route(method, _paths.PathOf(api, properties["ResourceId"], part.Line), part.Line);
        route.Security = RawSecurity.Of(api.Parts, properties);
        route.ApiKeyRequired = PartReader.IsTrue(properties, "ApiKeyRequired");
        route.IsMocked = api.Parts.Map(properties, "Integration") is { } integration
            && PartReader.Text(integration, "Type")?.Text == "MOCK";
    }

    private ApiAuthorizer AuthorizerOf(TemplateResource part)
    {
        TemplateMap properties = part.Properties;
        return new ApiAuthorizer
        {
            Name = part.Id,
            Line = part.Line,
            Kind = PartReader.Text(properties, "Type")?.Text switch
            {
                "TOKEN" => AuthorizerKind.Token,
                "REQUEST" => AuthorizerKind.Request,
                _ => AuthorizerKind.BuiltIn,
            },
            Function = stack.FunctionIn(properties["AuthorizerUri"]),
            IdentitySources = IdentitySourceText.Spell(PartReader.Texts(properties, "IdentitySource")),
            Ttl = PartReader.Text(properties, "AuthorizerResultTtlInSeconds"),
            ValidationExpression = PartReader.Text(properties, "IdentityValidationExpression"),
            HasPermission = PartReader.Text(properties, "AuthorizerCredentials") is not null,
        };
    }

    private static void AddResponse(ApiDraft api, TemplateResource part)
    {
        string type = PartReader.Text(part.Properties, "ResponseType")?.Text ?? "";
        api.Add(OpenApiDocument.GatewayResponseOf(type, part.Line, api.Parts.Map(part.Properties, "ResponseParameters")));
    }
}
