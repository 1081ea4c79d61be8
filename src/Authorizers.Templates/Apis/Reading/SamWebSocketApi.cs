using Authorizers.Templates.Values;

namespace Authorizers.Templates.Apis.Reading;

/// <summary>Reads <c>AWS::Serverless::WebSocketApi</c>.</summary>
internal sealed class SamWebSocketApi(StackResources stack)
{
    public ApiDraft Read(TemplateResource resource)
    {
        var api = new ApiDraft(resource, ApiKind.WebSocket);
        foreach (TemplateMember member in api.Parts.Members(resource.Properties, "Routes"))
        {
            RouteDraft route = api.Route("", member.Name, member.Line);
            route.ApiKeyRequired = member.Value is TemplateMap map && PartReader.IsTrue(map, "ApiKeyRequired");
        }

        if (api.Parts.Map(resource.Properties, "Auth") is { } auth)
        {
            api.Security = SecurityOf(api, auth, PartReader.LineOf(resource.Properties, "Auth"));
        }

        api.DefaultEndpointDisabled = PartReader.IsTrue(resource.Properties, "DisableExecuteApiEndpoint");
        if (api.Parts.Map(resource.Properties, "Domain") is { } domain && domain["MutualTlsAuthentication"] is not null)
        {
            api.MutualTls = PartReader.LineOf(domain, "MutualTlsAuthentication");
        }

        return api;
    }

    private RouteSecurity? SecurityOf(ApiDraft api, TemplateMap auth, int line)
    {
        string? type = PartReader.Text(auth, "AuthType")?.Text.ToUpperInvariant();
        if (type is not "CUSTOM")
        {
            return type is null ? null : RouteSecurity.BySam(type);
        }

        var authorizer = new ApiAuthorizer
        {
            Name = PartReader.Text(auth, "Name")?.Text ?? $"{api.Resource.Id}ConnectAuthorizer",
            Line = line,
            Kind = AuthorizerKind.Request,
            Function = stack.FunctionIn(auth["AuthArn"]),
            IdentitySources = IdentitySourceText.Spell(PartReader.Texts(auth, "IdentitySource")),
            HasPermission = true,
        };
        api.Add(authorizer);
        return RouteSecurity.By(authorizer.Name);
    }
}
