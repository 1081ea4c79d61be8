namespace Authorizers.Templates.Apis;

/// <summary>
/// An API of a template, however it is written: SAM with events or a definition, OpenAPI, or resources one by one.
/// </summary>
public sealed record ApiDefinition
{
    /// <summary>Its logical id; <c>ServerlessRestApi</c> and <c>ServerlessHttpApi</c> for SAM's implicit ones.</summary>
    public required string Id { get; init; }

    /// <summary>Where it stands.</summary>
    public required int Line { get; init; }

    /// <summary>What kind it is.</summary>
    public required ApiKind Kind { get; init; }

    /// <summary>All that it serves.</summary>
    public IReadOnlyList<ApiRoute> Routes { get; init; } = [];

    /// <summary>All that routes may name.</summary>
    public IReadOnlyList<ApiAuthorizer> Authorizers { get; init; } = [];

    /// <summary>Of REST APIs.</summary>
    public IReadOnlyList<ApiGatewayResponse> GatewayResponses { get; init; } = [];

    /// <summary><c>HEADER</c>, <c>AUTHORIZER</c>, or null where it is not said (REST).</summary>
    public string? ApiKeySource { get; init; }

    /// <summary>Whether the endpoint with AWS's own name is switched off.</summary>
    public bool DefaultEndpointDisabled { get; init; }

    /// <summary>The line of a domain with mutual TLS that leads to it, or null.</summary>
    public int? MutualTls { get; init; }

    /// <summary>Whether pages of other origins are meant to call it: a CORS setting, or an OPTIONS method.</summary>
    public bool HasCors { get; init; }

    /// <summary>What of it was not understood, and passed over.</summary>
    public IReadOnlyList<TemplateNote> Notes { get; init; } = [];
}
