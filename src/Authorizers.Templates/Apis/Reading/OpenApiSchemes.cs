using Authorizers.Templates.Values;

namespace Authorizers.Templates.Apis.Reading;

/// <summary>The security schemes of an OpenAPI document, and what naming them asks for.</summary>
internal sealed class OpenApiSchemes(ApiDraft api, StackResources stack)
{
    private const string AuthorizerExtension = "x-amazon-apigateway-authorizer";

    private const string ApiKeyHeader = "x-api-key";

    private readonly HashSet<string> _apiKeys = new(["api_key"], StringComparer.Ordinal);
    private readonly HashSet<string> _signed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ignored = new(StringComparer.Ordinal);

    private PartReader Parts => api.Parts;

    public void Read(TemplateMap document)
    {
        TemplateMap? components = Parts.Map(document, "components");
        IReadOnlyList<TemplateMember> second = Parts.Members(document, "securityDefinitions");
        IReadOnlyList<TemplateMember> third = components is null ? [] : Parts.Members(components, "securitySchemes");
        foreach (TemplateMember scheme in second.Concat(third))
        {
            Read(scheme);
        }
    }

    /// <summary>What the security of a document or an operation asks for; nulls where it says nothing.</summary>
    public (RouteSecurity? Security, bool? ApiKeyRequired) SecurityOf(TemplateMap part)
    {
        if (Parts.Map(part, "x-amazon-apigateway-auth") is { } own && PartReader.Text(own, "type") is { } type)
        {
            return (RouteSecurity.BySam(type.Text.ToUpperInvariant()), null);
        }

        if (part["security"] is null or TemplateText { Text: "" })
        {
            return (null, null);
        }

        int line = PartReader.LineOf(part, "security");
        TemplateMember[] names = [.. Parts.List(part, "security").SelectMany(item => item.RequireMap("security").Members)];
        bool isApiKeyRequired = names.Any(name => _apiKeys.Contains(name.Name));
        RouteSecurity[] asked = [.. names.Select(AskedBy).OfType<RouteSecurity>().Distinct()];
        if (asked.Count(security => security.Authorization is not RouteAuthorization.Missing) > 1)
        {
            Parts.Note(line, "Several authorizers are named; API Gateway asks one, and here the first is taken for it.");
        }

        RouteSecurity? first = Array.Find(asked, security => security != RouteSecurity.Missing) ?? asked.FirstOrDefault();
        return (first ?? (isApiKeyRequired ? RouteSecurity.Missing : RouteSecurity.Public), isApiKeyRequired);
    }

    /// <summary>Null for an API key.</summary>
    private RouteSecurity? AskedBy(TemplateMember name)
    {
        if (_ignored.Contains(name.Name))
        {
            Parts.Note(name.Line, $"API Gateway asks for nothing by {name.Name}: the scheme has no {AuthorizerExtension}.");
            return RouteSecurity.Missing;
        }

        return _apiKeys.Contains(name.Name) ? null
            : _signed.Contains(name.Name) ? RouteSecurity.Iam
            : api.SecurityBy(name.Name);
    }

    private void Read(TemplateMember scheme)
    {
        TemplateMap map = scheme.Value.RequireMap(scheme.Name);
        string type = PartReader.Text(map, "type")?.Text ?? "";
        string header = PartReader.Text(map, "name")?.Text ?? "";
        if (Parts.Map(map, AuthorizerExtension) is { } authorizer)
        {
            api.Add(AuthorizerOf(scheme, header, authorizer));
        }
        else if (IsSame(PartReader.Text(map, "x-amazon-apigateway-authtype")?.Text, "awsSigv4"))
        {
            _signed.Add(scheme.Name);
        }
        else if (IsSame(type, "apiKey") && IsSame(header, ApiKeyHeader))
        {
            _apiKeys.Add(scheme.Name);
        }
        else if (!api.HasAuthorizer(scheme.Name))
        {
            _ignored.Add(scheme.Name);
        }
    }

    private ApiAuthorizer AuthorizerOf(TemplateMember scheme, string header, TemplateMap map)
    {
        string type = PartReader.Text(map, "type")?.Text.ToUpperInvariant() ?? "";
        AuthorizerKind kind = type switch
        {
            "TOKEN" => AuthorizerKind.Token,
            "REQUEST" => AuthorizerKind.Request,
            _ => AuthorizerKind.BuiltIn,
        };
        IReadOnlyList<TemplateText> sources = PartReader.Texts(map, "identitySource");
        bool isByHeader = api.Kind is ApiKind.Rest && kind is not AuthorizerKind.Request && sources.Count == 0 && header != "";
        return new ApiAuthorizer
        {
            Name = scheme.Name,
            Line = scheme.Line,
            Kind = kind,
            Function = stack.FunctionIn(map["authorizerUri"]),
            IdentitySources = isByHeader
                ? [new TemplateText(scheme.Line, $"header.{header}")]
                : IdentitySourceText.Spell(sources),
            Ttl = PartReader.Text(map, "authorizerResultTtlInSeconds"),
            SimpleResponses = PartReader.IsTrue(map, "enableSimpleResponses"),
            PayloadFormatVersion = PartReader.Text(map, "authorizerPayloadFormatVersion")?.Text,
            ValidationExpression = PartReader.Text(map, "identityValidationExpression"),
            HasPermission = PartReader.Text(map, "authorizerCredentials") is not null,
        };
    }

    private static bool IsSame(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
