namespace Authorizers.Templates.Apis;

/// <summary>A method of a REST API or a route of an HTTP or WebSocket API.</summary>
public sealed record ApiRoute
{
    /// <summary>In capitals; <c>ANY</c> for all; empty where <see cref="Path"/> is a route key such as <c>$connect</c>.</summary>
    public required string Method { get; init; }

    /// <summary>As the template spells it, with <c>{id}</c> and <c>{proxy+}</c>; or a route key.</summary>
    public required string Path { get; init; }

    /// <summary>Where it stands.</summary>
    public required int Line { get; init; }

    /// <summary>What it asks for; of all routes of a WebSocket API, what <c>$connect</c> asks for.</summary>
    public required RouteAuthorization Authorization { get; init; }

    /// <summary>The <see cref="ApiAuthorizer.Name"/> that it names, whether there is one or not; null for none.</summary>
    public string? Authorizer { get; init; }

    /// <summary>Whether API Gateway asks for an API key of its own there (REST).</summary>
    public bool ApiKeyRequired { get; init; }
}
