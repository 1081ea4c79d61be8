using Authorizers.Templates.Values;

namespace Authorizers.Templates.Apis;

/// <summary>An authorizer of an API, as the template deploys it.</summary>
public sealed record ApiAuthorizer
{
    /// <summary>By which routes name it: a name in SAM and OpenAPI, else the logical id.</summary>
    public required string Name { get; init; }

    /// <summary>Where it stands.</summary>
    public required int Line { get; init; }

    /// <summary>What it is handed.</summary>
    public required AuthorizerKind Kind { get; init; }

    /// <summary>The logical id of its function; null where that is none of the template's.</summary>
    public string? Function { get; init; }

    /// <summary>
    /// By what API Gateway keeps answers, as the configuration spells it: <c>header.Authorization</c>, <c>query.ticket</c>,
    /// <c>context.routeKey</c>, <c>stageVariable.tenant</c>.
    /// </summary>
    public IReadOnlyList<TemplateText> IdentitySources { get; init; } = [];

    /// <summary>Seconds; null where the template leaves it to API Gateway: 300 of a REST API, 0 of an HTTP API.</summary>
    public TemplateText? Ttl { get; init; }

    /// <summary>Whether its answers are <c>{"isAuthorized":…}</c> (HTTP APIs).</summary>
    public bool SimpleResponses { get; init; }

    /// <summary><c>1.0</c> or <c>2.0</c> of HTTP APIs, else null.</summary>
    public string? PayloadFormatVersion { get; init; }

    /// <summary>The expression that the header must match before the function is asked, or null.</summary>
    public TemplateText? ValidationExpression { get; init; }

    /// <summary>Whether API Gateway may call the function without a permission in the template: by a role, or by one that SAM adds.</summary>
    public bool HasPermission { get; init; }
}
