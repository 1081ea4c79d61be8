using Authorizers.Templates.Values;

namespace Authorizers.Templates.Apis.Reading;

/// <summary>Reads OpenAPI 2 and 3 with API Gateway's extensions into an API.</summary>
internal sealed class OpenApiDocument(ApiDraft api, StackResources stack)
{
    private const string Any = "x-amazon-apigateway-any-method";

    private const string Integration = "x-amazon-apigateway-integration";

    private const string EndpointConfiguration = "x-amazon-apigateway-endpoint-configuration";

    private const string HeaderPrefix = "gatewayresponse.header.";

    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal)
    {
        "GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE",
    };

    private readonly OpenApiSchemes _schemes = new(api, stack);

    private PartReader Parts => api.Parts;

    public void Read(TemplateMap document)
    {
        _schemes.Read(document);
        (api.Security, bool? isApiKeyRequired) = _schemes.SecurityOf(document);
        api.ApiKeyRequired = isApiKeyRequired ?? false;
        foreach (TemplateMember path in Parts.Members(document, "paths"))
        {
            ReadPath(path);
        }

        ReadSettings(document);
        foreach (TemplateMember response in Parts.Members(document, "x-amazon-apigateway-gateway-responses"))
        {
            TemplateMap map = response.Value.RequireMap(response.Name);
            api.Add(GatewayResponseOf(response.Name, response.Line, Parts.Map(map, "responseParameters")));
        }
    }

    /// <param name="type">Such as <c>UNAUTHORIZED</c>.</param>
    /// <param name="line">Where it stands.</param>
    /// <param name="parameters">By names such as <c>gatewayresponse.header.WWW-Authenticate</c>.</param>
    public static ApiGatewayResponse GatewayResponseOf(string type, int line, TemplateMap? parameters) =>
        new(type, line, (parameters?.Members ?? [])
            .Where(parameter => parameter.Name.StartsWith(HeaderPrefix, StringComparison.OrdinalIgnoreCase))
            .Select(parameter => (parameter.Name[HeaderPrefix.Length..], parameter.Value.RequireText(parameter.Name)))
            .Headers());

    private void ReadPath(TemplateMember path)
    {
        TemplateMap item = path.Value.RequireMap(path.Name);
        if (item["$ref"] is not null)
        {
            Parts.Note(path.Line, $"The path {path.Name} stands elsewhere ($ref): it is not read.");
        }

        foreach (TemplateMember operation in item.Members)
        {
            string method = operation.Name.ToUpperInvariant();
            bool isAny = operation.Name.Equals(Any, StringComparison.OrdinalIgnoreCase);
            if (isAny || Methods.Contains(method))
            {
                ReadOperation(isAny ? "ANY" : method, path.Name, operation);
            }
        }
    }

    private void ReadOperation(string method, string path, TemplateMember operation)
    {
        bool isDefault = api.Kind is ApiKind.Http && method == "ANY" && path.TrimStart('/') == "$default";
        RouteDraft route = api.Route(isDefault ? "" : method, isDefault ? "$default" : path, operation.Line);
        if (operation.Value is TemplateText { Text: "" })
        {
            route.HasIntegration = false;
            return;
        }

        TemplateMap map = operation.Value.RequireMap($"{method} {path}");
        (route.Security, route.ApiKeyRequired) = _schemes.SecurityOf(map);
        route.HasEmptySecurity = map["security"] is TemplateList { Items.Count: 0 };
        route.HasIntegration = map[Integration] is not null;
        route.IsMocked = Parts.Map(map, Integration) is { } integration
            && PartReader.Text(integration, "type") is { } type && type.Text.Equals("mock", StringComparison.OrdinalIgnoreCase);
    }

    private void ReadSettings(TemplateMap document)
    {
        api.HasCors |= document["x-amazon-apigateway-cors"] is not null;
        api.ApiKeySource ??= PartReader.Text(document, "x-amazon-apigateway-api-key-source")?.Text.ToUpperInvariant();
        IEnumerable<TemplateMap> places = Parts.List(document, "servers").OfType<TemplateMap>().Prepend(document);
        api.DefaultEndpointDisabled |= places.Any(place =>
            Parts.Map(place, EndpointConfiguration) is { } endpoint && PartReader.IsTrue(endpoint, "disableExecuteApiEndpoint"));
    }
}
