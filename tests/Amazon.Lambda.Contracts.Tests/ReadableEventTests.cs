using Amazon.Lambda.APIGatewayEvents;

namespace Amazon.Lambda.Contracts.Tests;

/// <summary>Odd events that are read all the same: what was sent, and what is left of it.</summary>
public sealed class ReadableEventTests
{
    [Theory]
    [InlineData("""{}""", """{}""")]
    [InlineData(" \t\r\n{ } \n", """{}""")]
    [InlineData("""null""", "null")]
    [InlineData("""{"type":null}""", """{}""")]
    [InlineData("""{"type":""}""", """{"Type":""}""")]
    [InlineData("""{"requestContext":{}}""", """{"RequestContext":{"ConnectedAt":0,"RequestTimeEpoch":0}}""")]
    [InlineData("""{"headers":{},"stageVariables":{}}""", """{"Headers":{},"StageVariables":{}}""")]
    public void What_is_absent_stays_absent(string sent, string read) => AssertRest(sent, read);

    [Theory]
    [InlineData("""{"TYPE":"TOKEN","MethodARN":"arn"}""", """{"Type":"TOKEN","MethodArn":"arn"}""")]
    [InlineData("""{"\u0074ype":"TOKEN"}""", """{"Type":"TOKEN"}""")]
    [InlineData("""{"REQUESTCONTEXT":{"IDENTITY":{"sourceip":"::1"}}}""",
        """{"RequestContext":{"Identity":{"SourceIp":"::1"},"ConnectedAt":0,"RequestTimeEpoch":0}}""")]
    [InlineData("""{"method_arn":"arn","method-arn":"arn"}""", """{}""")]
    public void Names_are_compared_without_case(string sent, string read) => AssertRest(sent, read);

    [Theory]
    [InlineData("""{"type":"A","type":"B"}""", """{"Type":"B"}""")]
    [InlineData("""{"type":"A","TYPE":"B"}""", """{"Type":"B"}""")]
    [InlineData("""{"type":"A","type":null}""", """{}""")]
    [InlineData("""{"headers":{"a":"1"},"Headers":{"b":"2"}}""", """{"Headers":{"b":"2"}}""")]
    [InlineData("""{"headers":{"a":"1","a":"2"}}""", """{"Headers":{"a":"2"}}""")]
    [InlineData("""{"requestContext":{"stage":"a"},"requestContext":{"apiId":"b"}}""",
        """{"RequestContext":{"ApiId":"b","ConnectedAt":0,"RequestTimeEpoch":0}}""")]
    public void The_last_of_duplicate_members_wins(string sent, string read) => AssertRest(sent, read);

    [Theory]
    [InlineData("""{"version":"1.0","x":{"y":[1,{"z":null}]},"type":"TOKEN"}""", """{"Type":"TOKEN"}""")]
    [InlineData("""{"a":true,"b":-1.5e300,"c":"","d":[[]],"e":{"type":"X"}}""", """{}""")]
    [InlineData("""{"":"","$type":"X","$id":"1"}""", """{}""")]
    public void Unknown_members_are_ignored(string sent, string read) => AssertRest(sent, read);

    [Theory]
    [InlineData("""{"headers":null,"queryStringParameters":null}""", """{}""")]
    [InlineData("""{"pathParameters":null,"stageVariables":null,"requestContext":null}""", """{}""")]
    [InlineData("""{"headers":{"a":null}}""", """{"Headers":{"a":null}}""")]
    [InlineData("""{"headers":{"A":"1","a":"2","":"3"}}""", """{"Headers":{"A":"1","a":"2","":"3"}}""")]
    [InlineData("""{"requestContext":{"identity":null,"authorizer":null}}""",
        """{"RequestContext":{"ConnectedAt":0,"RequestTimeEpoch":0}}""")]
    public void Maps_may_be_null_and_keep_null_values_and_the_case_of_keys(string sent, string read) => AssertRest(sent, read);

    [Theory]
    [InlineData("""{"requestContext":{"requestTimeEpoch":1795145340000,"connectedAt":-1}}""",
        """{"RequestContext":{"ConnectedAt":-1,"RequestTimeEpoch":1795145340000}}""")]
    [InlineData("""{"requestContext":{"requestTimeEpoch":9223372036854775807}}""",
        """{"RequestContext":{"ConnectedAt":0,"RequestTimeEpoch":9223372036854775807}}""")]
    public void Epoch_times_are_whole_numbers_of_64_bits(string sent, string read) => AssertRest(sent, read);

    [Theory]
    [InlineData("""{"requestContext":{"authorizer":{"n":1.50,"b":true,"x":null}}}""",
        """{"RequestContext":{"ConnectedAt":0,"Authorizer":{"n":1.50,"b":true,"x":null},"RequestTimeEpoch":0}}""")]
    [InlineData("""{"requestContext":{"authorizer":{"claims":{"a":"b"},"PrincipalId":["p"]}}}""",
        """{"RequestContext":{"ConnectedAt":0,"Authorizer":{"claims":{"a":"b"},"PrincipalId":["p"]},"RequestTimeEpoch":0}}""")]
    public void An_authorizer_context_keeps_any_value(string sent, string read) => AssertRest(sent, read);

    [Theory]
    [InlineData("""{"type":"a\u0000b\n"}""", """{"Type":"a\u0000b\n"}""")]
    [InlineData("""{"type":"\ud83d\ude00"}""", """{"Type":"\uD83D\uDE00"}""")]
    [InlineData("""{"type":"é"}""", """{"Type":"é"}""")]
    public void Text_keeps_its_characters(string sent, string read) => AssertRest(sent, read);

    [Theory]
    [InlineData("{\"\u00ff\":1,\"type\":\"TOKEN\"}")]
    [InlineData("{\"unknown\":\"\u00ff\",\"type\":\"TOKEN\"}")]
    [InlineData("{\"unknown\":{\"\u00c0\u00af\":[\"\u00ff\"]},\"type\":\"TOKEN\"}")]
    public void Bytes_that_are_no_UTF8_pass_in_what_is_ignored(string latin1)
    {
        APIGatewayCustomAuthorizerRequest request = Wire.Rest.Read<APIGatewayCustomAuthorizerRequest>(Wire.Latin1(latin1));

        Assert.Equal("TOKEN", request.Type);
    }

    [Theory]
    [InlineData("""{}""", """{}""")]
    [InlineData("""{"identitySource":null,"cookies":null,"headers":null}""", """{}""")]
    [InlineData("""{"identitySource":[],"cookies":[null]}""", """{"IdentitySource":[],"Cookies":[null]}""")]
    [InlineData("""{"requestContext":{"http":{}}}""", """{"RequestContext":{"Http":{},"TimeEpoch":0}}""")]
    [InlineData("""{"methodArn":"arn","RouteARN":"arn"}""", """{"RouteArn":"arn"}""")]
    [InlineData("""{"requestContext":{"authorizer":{"lambda":{"a":[1,{}],"B":null}}}}""",
        """{"RequestContext":{"Authorizer":{"Lambda":{"a":[1,{}],"B":null}},"TimeEpoch":0}}""")]
    [InlineData("""{"requestContext":{"authorizer":{"jwt":{"claims":{"a":"b"},"scopes":["s"]}}}}""",
        """{"RequestContext":{"Authorizer":{"Jwt":{"Claims":{"a":"b"},"Scopes":["s"]}},"TimeEpoch":0}}""")]
    [InlineData("""{"requestContext":{"authorizer":{"iam":{"userArn":"u","cognitoIdentity":{"amr":["a"]}}}}}""",
        """{"RequestContext":{"Authorizer":{"IAM":{"CognitoIdentity":{"AMR":["a"]},"UserARN":"u"}},"TimeEpoch":0}}""")]
    public void Format_2_is_read_by_the_same_rules(string sent, string read) =>
        Assert.Equal(read, Wire.HttpApi2.Rewrite<APIGatewayCustomAuthorizerV2Request>(sent));

    private static void AssertRest(string sent, string read) =>
        Assert.Equal(read, Wire.Rest.Rewrite<APIGatewayCustomAuthorizerRequest>(sent));
}
