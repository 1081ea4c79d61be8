using Authorizers.Templates.Values;

namespace Authorizers.Templates.Apis.Reading;

/// <summary>Reads <c>AWS::Serverless::Api</c> and <c>AWS::Serverless::HttpApi</c>, with their events.</summary>
internal sealed class SamApi(StackResources stack, LinkedDefinition linked)
{
    private const string Cors = "Cors";

    public ApiDraft Read(TemplateResource resource, ApiKind kind, IEnumerable<SamEvent> events)
    {
        var api = new ApiDraft(resource, kind);
        TemplateMap properties = resource.Properties;
        TemplateMap auth = api.Parts.Map(properties, "Auth") ?? new TemplateMap(resource.Line, []);
        var authorizers = new SamAuthorizer(api, stack);
        foreach (TemplateMember authorizer in api.Parts.Members(auth, "Authorizers"))
        {
            authorizers.Read(authorizer);
        }

        bool isSeen = ReadDefinition(api, auth);
        ReadEvents(api, events, isSeen);
        ReadSettings(api);
        AddPreflights(api);
        ApplyDefaults(api, auth);
        return api;
    }

    private bool ReadDefinition(ApiDraft api, TemplateMap auth)
    {
        TemplateMap? document = api.Parts.Map(api.Resource.Properties, "DefinitionBody");
        if (document is null && api.Resource.Properties["DefinitionUri"] is { } link)
        {
            document = linked.Read(api.Parts, link, "DefinitionUri");
            if (auth.Members.Count > 0)
            {
                api.Parts.Note(auth.Line, "SAM takes Auth with a DefinitionBody or events alone, not with a DefinitionUri.");
            }
        }

        if (document is not null)
        {
            new OpenApiDocument(api, stack).Read(document);
        }

        return document is not null;
    }

    /// <summary>A REST API with a definition of its own gets no routes from events, unless it asks for them.</summary>
    private static void ReadEvents(ApiDraft api, IEnumerable<SamEvent> events, bool isSeen)
    {
        TemplateMap properties = api.Resource.Properties;
        bool hasBody = api.Kind is ApiKind.Rest && properties["DefinitionBody"] is not null;
        bool isMerged = PartReader.IsTrue(properties, "MergeDefinitions");
        bool isDefined = properties["DefinitionUri"] is not null || (hasBody && !isMerged);
        foreach (SamEvent given in events)
        {
            if (!isDefined)
            {
                (string method, string path) = RouteOf(given);
                RouteDraft route = api.Route(method, path, given.Line);
                route.HasIntegration = true;
                Say(api, route, api.Parts.Map(given.Properties, "Auth"));
            }
            else if (isSeen)
            {
                ReadEventOfDefinition(api, given);
            }
        }
    }

    /// <summary>What the event says of callers counts where it asks for that.</summary>
    private static void ReadEventOfDefinition(ApiDraft api, SamEvent given)
    {
        (string method, string path) = RouteOf(given);
        TemplateMap? auth = api.Parts.Map(given.Properties, "Auth");
        if ((api.Find(method, path) ?? api.Find("ANY", path)) is not { } route)
        {
            string definition = $"the definition of {api.Resource.Id}";
            api.Parts.Note(given.Line, $"{method} {path} is not in {definition}, and SAM does not add it.");
        }
        else if (auth is not null && PartReader.IsTrue(auth, "OverrideApiAuth"))
        {
            Say(api, route, auth);
        }
        else if (auth is not null)
        {
            api.Parts.Note(auth.Line, "SAM leaves Auth of an event out where the API has a definition, without OverrideApiAuth.");
        }
    }

    private static (string Method, string Path) RouteOf(SamEvent given)
    {
        string method = PartReader.Text(given.Properties, "Method")?.Text.ToUpperInvariant() ?? "";
        string path = PartReader.Text(given.Properties, "Path")?.Text ?? "";
        bool isDefault = given.Kind is ApiKind.Http && path is "" or "$default" or "/$default";
        return isDefault ? ("", "$default") : (method is "" or "X-AMAZON-APIGATEWAY-ANY-METHOD" ? "ANY" : method, path);
    }

    private static void Say(ApiDraft api, RouteDraft route, TemplateMap? auth)
    {
        if (auth is null)
        {
            return;
        }

        if (PartReader.Text(auth, "Authorizer") is { } name)
        {
            route.Security = api.SecurityBy(name.Text);
            route.HasEmptySecurity = false;
        }

        if (auth["ApiKeyRequired"] is not null)
        {
            route.ApiKeyRequired = PartReader.IsTrue(auth, "ApiKeyRequired");
            route.RefusesApiKey = route.ApiKeyRequired is false;
        }
    }

    private static void ReadSettings(ApiDraft api)
    {
        TemplateMap properties = api.Resource.Properties;
        string cors = api.Kind is ApiKind.Rest ? Cors : "CorsConfiguration";
        api.HasCors |= properties[cors] is not (null or TemplateText { Text: "" or "false" });
        api.ApiKeySource = PartReader.Text(properties, "ApiKeySourceType")?.Text.ToUpperInvariant() ?? api.ApiKeySource;
        api.DefaultEndpointDisabled |= PartReader.IsTrue(properties, "DisableExecuteApiEndpoint");
        if (api.Parts.Map(properties, "Domain") is { } domain && domain["MutualTlsAuthentication"] is not null)
        {
            api.MutualTls = PartReader.LineOf(domain, "MutualTlsAuthentication");
        }

        foreach (TemplateMember response in api.Parts.Members(properties, "GatewayResponses"))
        {
            TemplateMap? parameters = api.Parts.Map(response.Value.RequireMap(response.Name), "ResponseParameters");
            IEnumerable<(string, TemplateText)> headers = (parameters is null ? [] : api.Parts.Members(parameters, "Headers"))
                .Select(header => (header.Name, header.Value.RequireText(header.Name)));
            api.Add(new ApiGatewayResponse(response.Name, response.Line, headers.Headers()));
        }
    }

    /// <summary>With CORS, SAM adds an OPTIONS method to each path of a REST API that has none.</summary>
    private static void AddPreflights(ApiDraft api)
    {
        TemplateMap properties = api.Resource.Properties;
        if (api.Kind is not ApiKind.Rest || !api.HasCors || properties[Cors] is null || properties["DefinitionUri"] is not null)
        {
            return;
        }

        int line = PartReader.LineOf(properties, Cors);
        foreach (string path in api.Routes.Select(route => route.Path).Distinct(StringComparer.Ordinal).ToList())
        {
            if (!api.Routes.Any(route => route.IsOptions && route.Path == path))
            {
                api.Route("OPTIONS", path, line).IsMocked = true;
            }
        }
    }

    /// <summary>
    /// SAM's default goes to each route that names no authorizer, one with <c>security: []</c> in a definition too; on an HTTP
    /// API, not to OPTIONS.
    /// </summary>
    private static void ApplyDefaults(ApiDraft api, TemplateMap auth)
    {
        bool isRest = api.Kind is ApiKind.Rest;
        RouteSecurity? security = PartReader.Text(auth, "DefaultAuthorizer") is { } name ? api.SecurityBy(name.Text) : null;
        bool toPreflights = isRest && IsNotFalse(auth, "AddDefaultAuthorizerToCorsPreflight");
        bool keyToPreflights = IsNotFalse(auth, "AddApiKeyRequiredToCorsPreflight");
        bool isKeyRequired = isRest && PartReader.IsTrue(auth, "ApiKeyRequired");
        foreach (RouteDraft route in api.Routes.Where(route => route.HasIntegration))
        {
            bool isOpen = route.Security is null || route.HasEmptySecurity || (isRest && route.Security == RouteSecurity.Missing);
            if (security is not null && isOpen && (toPreflights || !route.IsOptions))
            {
                route.Security = security;
            }

            if (isKeyRequired && !route.RefusesApiKey && (keyToPreflights || !route.IsOptions))
            {
                route.ApiKeyRequired = true;
            }
        }
    }

    private static bool IsNotFalse(TemplateMap map, string name) => map[name] is null || PartReader.IsTrue(map, name);
}
