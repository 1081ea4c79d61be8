namespace Authorizers.Templates.Apis.Reading;

/// <summary>An API of which not all is known yet.</summary>
/// <param name="resource">That stands for it.</param>
/// <param name="kind">What kind it is.</param>
internal sealed class ApiDraft(TemplateResource resource, ApiKind kind)
{
    private const string Connect = "$connect";

    private readonly List<RouteDraft> _routes = [];
    private readonly Dictionary<string, RouteDraft> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ApiAuthorizer> _authorizers = new(StringComparer.Ordinal);
    private readonly List<ApiGatewayResponse> _responses = [];

    public TemplateResource Resource { get; } = resource;

    public ApiKind Kind { get; } = kind;

    public PartReader Parts { get; } = new();

    public IReadOnlyList<RouteDraft> Routes => _routes;

    /// <summary>What holds where a route says nothing.</summary>
    public RouteSecurity? Security { get; set; }

    /// <summary>What holds where a route says nothing.</summary>
    public bool ApiKeyRequired { get; set; }

    public string? ApiKeySource { get; set; }

    public bool DefaultEndpointDisabled { get; set; }

    public int? MutualTls { get; set; }

    public bool HasCors { get; set; }

    public bool HasAuthorizer(string name) => _authorizers.ContainsKey(name);

    /// <summary>What a name asks for: an authorizer goes before <c>AWS_IAM</c> and <c>NONE</c>.</summary>
    public RouteSecurity SecurityBy(string name) => HasAuthorizer(name) ? RouteSecurity.By(name) : RouteSecurity.BySam(name);

    public RouteDraft? Find(string method, string path) =>
        _byKey.GetValueOrDefault(new RouteDraft(method, path, Resource.Line).Key);

    /// <summary>The first of a name stays.</summary>
    public void Add(ApiAuthorizer authorizer) => _authorizers.TryAdd(authorizer.Name, authorizer);

    public void Add(ApiGatewayResponse response) => _responses.Add(response);

    /// <summary>The route of a method and path, which is there from now on.</summary>
    public RouteDraft Route(string method, string path, int line)
    {
        var route = new RouteDraft(method, path, line);
        if (_byKey.TryAdd(route.Key, route))
        {
            _routes.Add(route);
        }

        return _byKey[route.Key];
    }

    public ApiDefinition Finish()
    {
        HashSet<string> declared = PublicRoutes();
        ApiRoute[] routes = [.. _routes.Select(route => Finish(route, declared))];
        foreach (string unknown in declared.Where(name => !_byKey.ContainsKey(name)))
        {
            Parts.Note(Resource.Line, $"PublicRoutes names {unknown}, which is no route of {Resource.Id}.");
        }

        return new ApiDefinition
        {
            Id = Resource.Id,
            Line = Resource.Line,
            Kind = Kind,
            Routes = routes,
            Authorizers = [.. _authorizers.Values],
            GatewayResponses = _responses,
            ApiKeySource = ApiKeySource,
            DefaultEndpointDisabled = DefaultEndpointDisabled,
            MutualTls = MutualTls,
            HasCors = HasCors || _routes.Exists(route => route.IsOptions),
            Notes = Parts.Notes,
        };
    }

    private ApiRoute Finish(RouteDraft route, HashSet<string> declared)
    {
        RouteSecurity security = SecurityOf(route);
        bool isDeclared = declared.Contains(route.Key);
        if (isDeclared && security.Authorization is RouteAuthorization.Authorizer or RouteAuthorization.Iam)
        {
            Parts.Note(Resource.Line, $"PublicRoutes names {route.Key}, whose callers are asked for something.");
        }

        return route.Finish(
            isDeclared && security.Authorization is RouteAuthorization.Missing ? RouteSecurity.Public : security, ApiKeyRequired);
    }

    /// <summary>A WebSocket connection is asked when it opens; that holds for all its messages.</summary>
    private RouteSecurity SecurityOf(RouteDraft route)
    {
        RouteDraft asked = Kind is ApiKind.WebSocket ? _byKey.GetValueOrDefault(Connect) ?? route : route;
        RouteSecurity otherwise = route is { IsOptions: true, IsMocked: true } ? RouteSecurity.Public : RouteSecurity.Missing;
        return asked.Security ?? Security ?? otherwise;
    }

    private HashSet<string> PublicRoutes() =>
        Resource.Metadata?["Authorizers"] is { } own
            ? [.. PartReader.Texts(own.RequireMap("Authorizers"), "PublicRoutes").Select(text => text.Text)]
            : [];
}
