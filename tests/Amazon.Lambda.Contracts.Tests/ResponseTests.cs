using Amazon.Lambda.APIGatewayEvents;
using Statement = Amazon.Lambda.APIGatewayEvents.APIGatewayCustomAuthorizerPolicy.IAMPolicyStatement;

namespace Amazon.Lambda.Contracts.Tests;

/// <summary>Responses and the bytes API Gateway gets.</summary>
public sealed class ResponseTests
{
    public static TheoryData<APIGatewayCustomAuthorizerResponse?, string> Responses => new()
    {
        Case("A null response is written as null", null, "null"),
        Case("A policy is there from the start, with its version",
            new(),
            """{"policyDocument":{"Version":"2012-10-17","Statement":[]}}"""),
        Case("A response without a policy is empty",
            new() { PolicyDocument = null },
            """{}"""),
        Case("A null version and a null list are left out",
            new() { PolicyDocument = new() { Version = null, Statement = null } },
            """{"policyDocument":{}}"""),
        Case("A usage identifier key comes last",
            new() { UsageIdentifierKey = "k", Context = new(), PolicyDocument = null, PrincipalID = "p" },
            """{"principalId":"p","context":{},"usageIdentifierKey":"k"}"""),
        Case("Empty text is written",
            new() { PrincipalID = "", UsageIdentifierKey = "", PolicyDocument = null },
            """{"principalId":"","usageIdentifierKey":""}"""),
        Case("A context keeps the order and the case of its keys",
            new() { PolicyDocument = null, Context = new() { ["b"] = "1", ["B"] = "2", ["a"] = "3" } },
            """{"context":{"b":"1","B":"2","a":"3"}}"""),
    };

    public static TheoryData<APIGatewayCustomAuthorizerResponse?, string> Statements => new()
    {
        Case("A statement allows from the start",
            Some.Response(new Statement()),
            """{"principalId":"p","policyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow"}]}}"""),
        Case("A null statement is written",
            Some.Response([null!]),
            """{"principalId":"p","policyDocument":{"Version":"2012-10-17","Statement":[null]}}"""),
        Case("Sets keep their order and drop their duplicates",
            Some.Response(new Statement { Effect = "Deny", Action = ["b", "a", "b"], Resource = ["2", "10", "1", "2"] }),
            """
            {"principalId":"p","policyDocument":{"Version":"2012-10-17",
            "Statement":[{"Effect":"Deny","Action":["b","a"],"Resource":["2","10","1"]}]}}
            """),
        Case("Sets may be empty",
            Some.Response(new Statement { Action = [], Resource = [] }),
            """
            {"principalId":"p","policyDocument":{"Version":"2012-10-17",
            "Statement":[{"Effect":"Allow","Action":[],"Resource":[]}]}}
            """),
        Case("NotResource stands beside Resource",
            Some.Response(new Statement { Resource = ["a"], NotResource = ["b"] }),
            """
            {"principalId":"p","policyDocument":{"Version":"2012-10-17",
            "Statement":[{"Effect":"Allow","Resource":["a"],"NotResource":["b"]}]}}
            """),
        Case("A condition holds one value or a list, and null",
            Some.Response(new Statement
            {
                Condition = new Dictionary<string, IDictionary<string, object>>
                {
                    ["IpAddress"] = new Dictionary<string, object>
                    {
                        ["aws:SourceIp"] = new List<string> { "::1/128", "10.0.0.0/8" },
                    },
                    ["Bool"] = new Dictionary<string, object> { ["aws:SecureTransport"] = true, ["x"] = null! },
                },
            }),
            """
            {"principalId":"p","policyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Condition":
            {"IpAddress":{"aws:SourceIp":["::1/128","10.0.0.0/8"]},"Bool":{"aws:SecureTransport":true,"x":null}}}]}}
            """),
    };

    [Theory]
    [MemberData(nameof(Responses))]
    [MemberData(nameof(Statements))]
    public void A_response_is_written(APIGatewayCustomAuthorizerResponse? response, string json) =>
        Assert.Equal(Wire.OneLine(json), Wire.Rest.Write(response));

    [Fact]
    public void A_response_reads_what_it_writes()
    {
        const string Json = """
            {"principalId":"p","policyDocument":{"Version":"v","Statement":[{"Effect":"Deny","Action":["a"],"Resource":["r"],
            "NotResource":["n"],"Condition":{"o":{"k":["v",1]}}}]},"context":{"s":"x","n":null},"usageIdentifierKey":"k"}
            """;

        Assert.Equal(Wire.OneLine(Json), Wire.Rest.Rewrite<APIGatewayCustomAuthorizerResponse>(Json));
    }

    [Fact]
    public void A_simple_response_refuses_from_the_start() =>
        Assert.Equal("""{"isAuthorized":false}""", Wire.HttpApi2.Write(new APIGatewayCustomAuthorizerV2SimpleResponse()));

    [Fact]
    public void A_simple_response_has_a_context() => Assert.Equal(
        """{"isAuthorized":true,"context":{"s":"x","b":false,"i":1,"n":null}}""",
        Wire.HttpApi2.Write(new APIGatewayCustomAuthorizerV2SimpleResponse
        {
            IsAuthorized = true,
            Context = new() { ["s"] = "x", ["b"] = false, ["i"] = 1, ["n"] = null! },
        }));

    [Fact]
    public void A_policy_response_of_format_2_has_a_context_and_no_usage_identifier_key() => Assert.Equal(
        """{"principalId":"p","policyDocument":{"Version":"2012-10-17","Statement":[]},"context":{}}""",
        Wire.HttpApi2.Write(new APIGatewayCustomAuthorizerV2IamResponse { PrincipalID = "p", Context = new() }));

    private static TheoryDataRow<APIGatewayCustomAuthorizerResponse?, string> Case(
        string statement, APIGatewayCustomAuthorizerResponse? response, string json) =>
        new(response, json) { TestDisplayName = statement };
}
