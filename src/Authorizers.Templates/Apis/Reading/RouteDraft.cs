namespace Authorizers.Templates.Apis.Reading;

/// <summary>A route of which not all is known yet.</summary>
/// <param name="method">In capitals, or empty.</param>
/// <param name="path">A path or a route key.</param>
/// <param name="line">Where it stands.</param>
internal sealed class RouteDraft(string method, string path, int line)
{
    private const string Preflight = "OPTIONS";

    public string Method { get; } = method;

    public string Path { get; } = path;

    public bool IsOptions => Method == Preflight;

    /// <summary>Null where nothing is said of it itself.</summary>
    public RouteSecurity? Security { get; set; }

    /// <summary>Null where nothing is said of it itself.</summary>
    public bool? ApiKeyRequired { get; set; }

    /// <summary>Whether it is said that no API key is asked for.</summary>
    public bool RefusesApiKey { get; set; }

    /// <summary>Whether its definition has <c>security: []</c>.</summary>
    public bool HasEmptySecurity { get; set; }

    /// <summary>Whether API Gateway itself answers there.</summary>
    public bool IsMocked { get; set; }

    /// <summary>Whether anything answers there; SAM sets defaults on such routes alone.</summary>
    public bool HasIntegration { get; set; } = true;

    /// <summary>"GET /orders", or a route key.</summary>
    public string Key => Method.Length == 0 ? Path : $"{Method} {Path}";

    public ApiRoute Finish(RouteSecurity security, bool isApiKeyRequired) => new()
    {
        Method = Method,
        Path = Path,
        Line = line,
        Authorization = security.Authorization,
        Authorizer = security.Authorizer,
        ApiKeyRequired = ApiKeyRequired ?? isApiKeyRequired,
    };
}
