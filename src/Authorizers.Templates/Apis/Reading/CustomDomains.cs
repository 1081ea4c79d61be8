using Authorizers.Templates.Values;

namespace Authorizers.Templates.Apis.Reading;

/// <summary>The domains of a stack that ask for certificates of clients, and the APIs that they lead to.</summary>
internal sealed class CustomDomains
{
    private const string MutualTls = "MutualTlsAuthentication";

    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    public CustomDomains(StackResources stack)
    {
        var domains = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (TemplateResource domain in stack.OfType("AWS::ApiGateway::DomainName", "AWS::ApiGatewayV2::DomainName"))
        {
            if (domain.Properties[MutualTls] is not (null or TemplateText { Text: "" }))
            {
                domains[domain.Id] = PartReader.LineOf(domain.Properties, MutualTls);
                domains[StackResources.Referred(domain.Properties["DomainName"]) ?? domain.Id] = domains[domain.Id];
            }
        }

        foreach (TemplateResource mapping in stack.OfType("AWS::ApiGateway::BasePathMapping", "AWS::ApiGatewayV2::ApiMapping"))
        {
            string? api = StackResources.Referred(mapping.Properties["RestApiId"] ?? mapping.Properties["ApiId"]);
            string? domain = StackResources.Referred(mapping.Properties["DomainName"]);
            if (api is not null && domain is not null && domains.TryGetValue(domain, out int line))
            {
                _lines[api] = line;
            }
        }
    }

    /// <summary>The line of the domain that leads to the API, or null.</summary>
    public int? LineFor(string api) => _lines.TryGetValue(api, out int line) ? line : null;
}
