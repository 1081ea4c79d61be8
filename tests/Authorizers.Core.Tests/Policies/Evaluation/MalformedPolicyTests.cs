using System.Text.Json.Nodes;
using Authorizers.Core.Policies.Evaluation;
using FsCheck.Fluent;

namespace Authorizers.Core.Tests.Policies.Evaluation;

public sealed class MalformedPolicyTests
{
    private const string Good = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";

    private static readonly ConditionContext Context = Evaluated.Context(("k", "1.2.3.4"), ("d", "2026"), ("n", "1000"));

    [Theory]
    [InlineData("Effect", null, "$.Statement[1].Effect")]
    [InlineData("Effect", "\"allow\"", "$.Statement[1].Effect")]
    [InlineData("Effect", "[\"Allow\"]", "$.Statement[1].Effect")]
    [InlineData("Action", null, "one of Action and NotAction")]
    [InlineData("NotAction", "\"*\"", "one of Action and NotAction")]
    [InlineData("Action", "[]", "$.Statement[1].Action")]
    [InlineData("Action", "7", "$.Statement[1].Action")]
    [InlineData("Action", "\"Invoke\"", "$.Statement[1].Action")]
    [InlineData("Action", "\"execute-api:\"", "$.Statement[1].Action")]
    [InlineData("Action", "[\"*\",\"exec*:Invoke\"]", "$.Statement[1].Action[1]")]
    [InlineData("Resource", null, "one of Resource and NotResource")]
    [InlineData("NotResource", "\"*\"", "one of Resource and NotResource")]
    [InlineData("Resource", "[]", "$.Statement[1].Resource")]
    [InlineData("Resource", "null", "$.Statement[1].Resource")]
    [InlineData("Resource", "\"\"", "neither * nor an ARN")]
    [InlineData("Resource", "\"GET/orders\"", "neither * nor an ARN")]
    [InlineData("Resource", "\"execute-api:/*\"", "neither * nor an ARN")]
    [InlineData("Resource", "\"arn:aws\"", "must name the service")]
    [InlineData("Resource", "\"arn:*\"", "must name the service")]
    [InlineData("Resource", "\"arn:aws:*:*:*:*\"", "must name the service")]
    [InlineData("Resource", "\"arn:aws:execute-ap?:*:*:*\"", "must name the service")]
    [InlineData("Resource", "\"arn:aws:execute-api:*:*:x/${\"", "no policy variable")]
    [InlineData("Resource", "\"arn:aws:execute-api:*:*:x/${}\"", "no policy variable")]
    [InlineData("Resource", "\"arn:aws:execute-api:*:*:x/${aws:a, b}\"", "no policy variable")]
    [InlineData("Principal", "\"*\"", "$.Statement[1].Principal")]
    [InlineData("NotPrincipal", "\"*\"", "$.Statement[1].NotPrincipal")]
    [InlineData("Sid", "7", "$.Statement[1].Sid")]
    [InlineData("resource", "\"*\"", "$.Statement[1].resource")]
    [InlineData("Conditions", "{}", "$.Statement[1].Conditions")]
    [InlineData("Condition", "{}", "$.Statement[1].Condition")]
    [InlineData("Condition", "[]", "$.Statement[1].Condition")]
    [InlineData("Condition", "null", "$.Statement[1].Condition")]
    [InlineData("Condition", """{"StringEquals":{}}""", "$.Statement[1].Condition.StringEquals")]
    [InlineData("Condition", """{"StringEquals":"x"}""", "$.Statement[1].Condition.StringEquals")]
    [InlineData("Condition", """{"stringEquals":{"k":"x"}}""", "is no operator")]
    [InlineData("Condition", """{"StringMatches":{"k":"x"}}""", "is no operator")]
    [InlineData("Condition", """{"IfExists":{"k":"x"}}""", "is no operator")]
    [InlineData("Condition", """{"NullIfExists":{"k":"true"}}""", "is no operator")]
    [InlineData("Condition", """{"StringEquals":{"":"x"}}""", "no condition key")]
    [InlineData("Condition", """{"StringEquals":{"k":[]}}""", "must not be empty")]
    [InlineData("Condition", """{"StringEquals":{"k":null}}""", "must be a string")]
    [InlineData("Condition", """{"StringEquals":{"k":["x",{}]}}""", "must be a string")]
    [InlineData("Condition", """{"StringEquals":{"k":"${"}}""", "cannot be compared by StringEquals")]
    [InlineData("Condition", """{"NumericEquals":{"k":"seven"}}""", "cannot be compared by NumericEquals")]
    [InlineData("Condition", """{"DateLessThan":{"k":"2026-11-20T12:00:00"}}""", "cannot be compared by DateLessThan")]
    [InlineData("Condition", """{"DateLessThan":{"k":"99999999999999999"}}""", "cannot be compared by DateLessThan")]
    [InlineData("Condition", """{"Bool":{"k":"yes"}}""", "cannot be compared by Bool")]
    [InlineData("Condition", """{"IpAddress":{"k":"123.4.5.0/33"}}""", "cannot be compared by IpAddress")]
    [InlineData("Condition", """{"NotIpAddress":{"k":"123.4.5"}}""", "cannot be compared by NotIpAddress")]
    [InlineData("Condition", """{"ArnLike":{"k":"bucket"}}""", "cannot be compared by ArnLike")]
    [InlineData("Condition", """{"Null":{"k":"perhaps"}}""", "must be true or false")]
    [InlineData("Condition", """{"Null":{"k":[true,false]}}""", "must be true or false")]
    public void One_bad_statement_spoils_the_policy(string member, string? value, string problem)
    {
        JsonObject bad = Evaluated.Statement("Deny", "*", statement =>
        {
            statement.Remove(member);
            if (value is not null)
            {
                statement[member] = JsonNode.Parse(value);
            }
        });

        ReadPolicy policy = Evaluated.Answer(Evaluated.Policy(Evaluated.Statement("Allow"), bad));

        Assert.Contains(problem, Evaluated.Problem(policy));
        Assert.Equal(PolicyDecision.Malformed, policy.Evaluate(The.Call, ConditionContext.Empty).Decision);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{")]
    [InlineData(Good + "x")]
    [InlineData("\uFEFF" + Good)]
    [InlineData("""{"Version":"2012-10-17"}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":"*"}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[null]}""")]
    [InlineData("""{"Version":"2012-10-18","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""")]
    [InlineData("""{"Version":20121017,"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""")]
    [InlineData("""{"statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""")]
    [InlineData("""{"Id":{},"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Deny","Effect":"Allow","Action":"*","Resource":"*"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"*","Resource":"\ud800"}]}""")]
    [InlineData("""{"errorType":"Unauthorized","errorMessage":"Unauthorized"}""")]
    public void What_is_no_policy_is_malformed(string json) =>
        Assert.Equal(PolicyDecision.Malformed, Evaluated.Decide(json, The.Call));

    [Theory]
    [InlineData("""{"principalId":"alice","policyDocument":POLICY}""", "rest", true)]
    [InlineData("""{"principalId":"alice","policyDocument":POLICY,"context":{"a":"x","b":1,"c":true}}""", "rest", true)]
    [InlineData("""{"policyDocument":POLICY}""", "rest", true)]
    [InlineData("""{"policyDocument":POLICY,"usageIdentifierKey":"k"}""", "rest", true)]
    [InlineData("""{"principalId":7,"policyDocument":POLICY}""", "rest", false)]
    [InlineData("""{"principalId":"alice"}""", "rest", false)]
    [InlineData("""{"principalId":"alice","policyDocument":null}""", "rest", false)]
    [InlineData("""{"principalId":"alice","policyDocument":{}}""", "rest", false)]
    [InlineData("""{"principalId":"alice","policyDocument":"*"}""", "rest", false)]
    [InlineData("""{"policyDocument":POLICY,"context":{"a":{}}}""", "rest", false)]
    [InlineData("""{"policyDocument":POLICY,"context":{"a":["x"]}}""", "websocket", false)]
    [InlineData("""{"policyDocument":POLICY,"context":{"a":null}}""", "rest", false)]
    [InlineData("""{"policyDocument":POLICY,"context":[]}""", "http", false)]
    [InlineData("""{"policyDocument":POLICY,"context":{"a":{"b":["x"]}}}""", "http", true)]
    [InlineData("""{"policyDocument":POLICY,"context":{}}""", "rest", true)]
    [InlineData("""{"policyDocument":POLICY,"usageIdentifierKey":7}""", "rest", false)]
    [InlineData("""{"isAuthorized":true}""", "http", true)]
    [InlineData("""{"isAuthorized":true,"context":{"a":[1]}}""", "http", true)]
    [InlineData("""{"isAuthorized":"true"}""", "http", false)]
    [InlineData("""{"isAuthorized":true}""", "rest", false)]
    [InlineData("""{"isAuthorized":true}""", "websocket", false)]
    [InlineData("""{"isAuthorized":true,"policyDocument":POLICY}""", "http", false)]
    public void A_response_is_judged_as_a_whole(string response, string api, bool allowed) => Assert.Equal(
        allowed ? PolicyDecision.Allow : PolicyDecision.Malformed,
        Evaluated.Answer(response.Replace("POLICY", Good), ApiKind.All.Single(kind => kind.Name == api))
            .Evaluate(The.Call, ConditionContext.Empty).Decision);

    [Fact]
    public void A_simple_response_that_says_no_is_an_explicit_Deny() => Assert.Equal(
        PolicyDecision.ExplicitDeny,
        Evaluated.Answer("""{"isAuthorized":false}""", ApiKind.Http).Evaluate(The.Call, ConditionContext.Empty).Decision);

    [Theory]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*"}""", "one of Principal and NotPrincipal")]
    [InlineData("""{"Effect":"Allow","Principal":"alice","Action":"*","Resource":"*"}""", "$.Statement.Principal")]
    [InlineData("""{"Effect":"Allow","Principal":{},"Action":"*","Resource":"*"}""", "$.Statement.Principal")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":7},"Action":"*","Resource":"*"}""", "$.Statement.Principal.AWS")]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"*","Resource":"/prod/*"}""", "neither * nor an ARN")]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"*","Resource":"execute-api:*"}""", "neither * nor an ARN")]
    public void A_resource_policy_says_whom_it_is_about(string statement, string problem) => Assert.Contains(
        problem, Evaluated.Problem(Evaluated.Resource($$"""{"Version":"2012-10-17","Statement":{{statement}}}""")));

    [Theory]
    [InlineData(512, "Allow")]
    [InlineData(513, "Malformed")]
    public void A_resource_of_an_authorizer_has_512_characters_at_most(int length, string decision)
    {
        string resource = "arn:aws:execute-api:".PadRight(length, '*');

        Assert.Equal(decision, $"{Evaluated.Decide(Evaluated.Policy(Evaluated.Statement("Allow", resource)), The.Call)}");
    }

    [Fact]
    public void A_policy_without_end_is_malformed()
    {
        string many = Evaluated.Policy([.. Enumerable.Repeat(0, 1_001).Select(_ => Evaluated.Statement("Allow"))]);
        string tooLong = Good.PadRight(PolicyReader.MaxLength + 1);
        string deep = new string('[', 100_000);

        Assert.All([many, tooLong, deep], json => Assert.Equal(PolicyDecision.Malformed, Evaluated.Decide(json, The.Call)));
        Assert.Equal(PolicyDecision.Allow, Evaluated.Decide(Good.PadRight(PolicyReader.MaxLength), The.Call));
    }

    /// <summary>Whole policies with one stretch of bytes replaced: read or malformed, and nothing else.</summary>
    [Fact]
    public void No_text_makes_the_reader_throw()
    {
        byte[] policy = Some.Utf8(
            """
            {"principalId":"a","context":{"a":1},"policyDocument":{"Version":"2012-10-17","Statement":[{"Sid":"s","Effect":"Deny",
            "NotAction":["s3:*"],"NotResource":["arn:aws:execute-api:*:*:x/${aws:Referer, 'x'}"],
            "Condition":{"NotIpAddressIfExists":{"k":["1.2.3.4/24","::/0"]},"DateLessThan":{"d":"2026-11-20T12:00:00Z"},
            "NumericEquals":{"n":1e3},"Null":{"z":true}}}]}}
            """);
        string[] texts = ["{", "}", "[", "]", "\"", ",", ":", "null", "1e999", "\\u0000", "\\ud800", "${", "*", "-", "0", "true"];
        byte[][] pieces = [.. texts.Select(Some.Utf8), [0xFF], []];
        Law.Holds(
            from at in Gen.Choose(0, policy.Length)
            from cut in Gen.Choose(0, 12)
            from piece in Gen.Elements(pieces)
            select (byte[])[.. policy[..at], .. piece, .. policy[Math.Min(at + cut, policy.Length)..]],
            json =>
            {
                ReadPolicy[] readings = [PolicyReader.ReadAnswer(json, ApiKind.Rest), PolicyReader.ReadResourcePolicy(json)];
                Assert.All(readings, read => Assert.InRange(read.Evaluate(The.Call, Context).Statements.Count, 0, 1));
            },
            3_000);
    }
}
