using System.Text.Json.Nodes;
using Authorizers.Core.Tests.Documentation;
using Authorizers.Templates.Linting;

namespace Authorizers.Templates.Tests.Linting;

/// <summary>The template that the suite is deployed by.</summary>
public sealed class OwnTemplateTests
{
    private const string Body = "Resources/RestApi/Properties/DefinitionBody";
    private const string Schemes = $"{Body}/components/securitySchemes";

    private static readonly Dictionary<string, string> NoParameters = [];

    /// <summary>A place, what is put there (nothing: it is taken out), and what the lint finds then.</summary>
    public static TheoryData<string, string?, string> Mistakes => new()
    {
        { $"{Schemes}/token/x-amazon-apigateway-authorizer/authorizerResultTtlInSeconds", "300", "ttl_differs" },
        { "Resources/TokenAuthorizer/Properties/Environment/Variables/RESULT_TTL", "60", "ttl_differs" },
        { "Resources/HttpApiAuthorizer/Properties/AuthorizerResultTtlInSeconds", "300", "ttl_differs" },
        { "Resources/WebSocketApiAuthorizer/Properties/AuthorizerResultTtlInSeconds", "300", "websocket_ttl" },
        {
            $"{Schemes}/apiKey/x-amazon-apigateway-authorizer/identitySource",
            """{ "Fn::Sub": "method.request.header.${TokenHeader}" }""", "identity_sources_differ"
        },
        { "Resources/HttpApiAuthorizer/Properties/EnableSimpleResponses", "false", "response_differs" },
        { "Resources/ApiKeyAuthorizer/Properties/Environment/Variables/KEYS_TABLE", null, "variable_unset" },
        { "Resources/TokenAuthorizerPermission", null, "permission_missing" },
        { "Resources/HttpAuthorizerPermission/Properties/SourceArn", null, "permission_broad" },
        { $"{Body}/paths/~metered/get/security", null, "route_open" },
        { $"{Body}/paths/~members/get/Fn::If/1/security", null, "route_open" },
        { "Resources/WebSocketConnect/Properties/AuthorizationType", "\"NONE\"", "route_open" },
        { "Resources/HttpApiOrders/Properties/AuthorizationType", "\"NONE\"", "route_open" },
        { $"{Body}/paths/~metered/get/security", """[{ "nobody": [] }]""", "authorizer_unknown" },
        { "Resources/RestApi/Properties/ApiKeySourceType", null, "api_key_source_unsaid" },
        { "Resources/RestApi/Properties/DisableExecuteApiEndpoint", "false", "default_endpoint_open" },
        {
            "Resources/RestApi/Properties/GatewayResponses/DEFAULT_5XX/ResponseParameters", null, "gateway_response_without_cors"
        },
        {
            "Resources/RestApi/Properties/Cors", """{ "AllowOrigin": "'*'", "AllowCredentials": true }""",
            "cors_any_origin_with_credentials"
        },
        { "Globals/Function/Timeout", "30", "timeout_long" },
        { "Parameters/Architecture/Default", "\"arm64\"", "architecture_differs" },
        {
            "Resources/TokenAuthorizer/Properties/Environment/Variables/CLIENT_SECRET", "\"correct-horse-battery-staple\"",
            "secret_in_template"
        },
        { "Resources/Keys/Properties/KMSMasterKeyId", "\"arn:aws:kms:eu-west-1:123456789012:key/1\"", "partition_fixed" },
    };

    [Fact]
    public void Nothing_is_wrong_with_it_and_all_of_it_is_understood()
    {
        LintReport report = Examine(RepositoryFiles.Read("serverless.template"));

        Assert.Empty(report.Findings);
        Assert.Empty(report.Notes);
        Assert.Equal((3, 6), (report.Apis, report.Authorizers));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_in_it_is_found(string place, string? json, string rule)
    {
        JsonNode template = JsonNode.Parse(RepositoryFiles.Read("serverless.template"))!;
        string[] steps = [.. place.Split('/').Select(step => step.Replace('~', '/'))];
        JsonNode parent = steps[..^1].Aggregate(
            template, (node, step) => node is JsonArray items ? items[step[0] - '0']! : node[step]!);
        if (json is null)
        {
            Assert.True(parent.AsObject().Remove(steps[^1]));
        }
        else
        {
            parent[steps[^1]] = JsonNode.Parse(json);
        }

        Assert.Contains(rule, Examine(template.ToJsonString()).Findings.Select(finding => finding.Rule));
    }

    private static LintReport Examine(string text) =>
        TemplateLint.Examine(TemplateFile.Parse(text), RepositoryFiles.PathOf("."), NoParameters);
}
