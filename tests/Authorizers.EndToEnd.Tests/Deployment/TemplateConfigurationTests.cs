using System.Globalization;
using Authorizers.Core.Configuration;
using Authorizers.Templates;
using Authorizers.Templates.Apis;
using Authorizers.Templates.Values;

namespace Authorizers.EndToEnd.Tests.Deployment;

/// <summary>What each function makes of its configuration with what the template tells it, beside what API Gateway is told.</summary>
public sealed class TemplateConfigurationTests
{
    public static TheoryData<string, int> Deployed => new()
    {
        { "Token", 0 }, { "Token", 300 }, { "Request", 0 }, { "Request", 300 }, { "Http", 0 }, { "Http", 300 }, { "ApiKey", 0 },
        { "ApiKey", 3600 },
    };

    [Theory]
    [MemberData(nameof(Deployed))]
    public void A_function_starts_and_knows_what_API_Gateway_keeps_its_answers_by_and_for_how_long(string function, int ttl)
    {
        ResolvedTemplate template = Resolve(("ResultTtl", $"{ttl}"), ("TokenHeader", "X-Token"), ("KeyHeader", "X-Key"));
        ApiAuthorizer authorizer = Assert.Single(
            ApiDefinitions.Of(template, Repository.Root).SelectMany(api => api.Authorizers),
            authorizer => authorizer.Function == $"{function}Authorizer");

        AuthorizerConfiguration configuration = Load(template, $"{function}Authorizer", function == "ApiKey" ? EventKind.ApiKey
            : function == "Token" ? EventKind.Token : EventKind.Request);

        Assert.Equal(ttl, configuration.ResultTtl.TotalSeconds);
        Assert.Equal($"{ttl}", authorizer.Ttl!.Text);
        Assert.Equal(
            authorizer.IdentitySources.Select(source => source.Text), configuration.IdentitySources.Select(source => source.ToString()),
            StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_WebSocket_authorizer_starts_and_knows_of_no_kept_answers()
    {
        AuthorizerConfiguration configuration = Load(Resolve(), "WebSocketAuthorizer", EventKind.WebSocket);

        Assert.Equal(TimeSpan.Zero, configuration.ResultTtl);
        Assert.Equal(["https://app.example"], configuration.WebSocket!.Origins!);
    }

    private static ResolvedTemplate Resolve(params (string Name, string Value)[] parameters)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal)
        {
            ["Issuer"] = "https://issuer.example/",
            ["Audience"] = "orders-api",
            ["PageOrigin"] = "https://app.example",
        };
        Array.ForEach(parameters, parameter => values[parameter.Name] = parameter.Value);
        return TemplateFile.Read(Repository.PathOf("serverless.template")).Resolve(new TemplateValuation { Parameters = values });
    }

    /// <summary>As it starts there, with a table's name where the template has its logical id.</summary>
    private static AuthorizerConfiguration Load(ResolvedTemplate template, string function, EventKind kind)
    {
        TemplateMap properties = template.Resources.Single(resource => resource.Id == function).Properties;
        Dictionary<string, string> variables = ((TemplateMap)((TemplateMap)properties["Environment"]!)["Variables"]!).Members
            .ToDictionary(member => member.Name, member => $"{member.Value}".Trim('$', '{', '}'), StringComparer.Ordinal);
        string file = variables.GetValueOrDefault("AUTHORIZER_CONFIG", "authorizer.json");
        return ConfigurationFile.Load(
            Repository.PathOf(string.Create(CultureInfo.InvariantCulture, $"{properties["CodeUri"]}/{file}")),
            variables.GetValueOrDefault, kind);
    }
}
