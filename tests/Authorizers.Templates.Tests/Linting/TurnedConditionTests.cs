using Authorizers.Templates.Linting;

namespace Authorizers.Templates.Tests.Linting;

public sealed class TurnedConditionTests
{
    private const string Conditions = """
        Conditions:
          HasDomain: !Not [!Equals [!Ref Domain, ""]]
          HasTruststore: !Not [!Equals [!Ref Truststore, ""]]
          HasMutualTls: !And [!Condition HasDomain, !Condition HasTruststore]
          IsOpen: !Not [!Condition HasMutualTls]
          IsGuarded: !Or [!Condition HasMutualTls, !Condition IsPrivate]
          IsPrivate: !Equals [!Ref Endpoint, private]
        Parameters:
          Domain: { Type: String, Default: "" }
          Truststore: { Type: String, Default: "" }
          Endpoint: { Type: String, Default: "" }
        Resources:
          Queue: { Type: AWS::SQS::Queue }
        """;

    [Theory]
    [InlineData("HasDomain", true, "HasDomain")]
    [InlineData("HasMutualTls", true, "HasDomain HasMutualTls HasTruststore")]
    [InlineData("HasMutualTls", false, "!HasMutualTls")]
    [InlineData("IsOpen", false, "!IsOpen HasDomain HasMutualTls HasTruststore")]
    [InlineData("IsOpen", true, "!HasMutualTls IsOpen")]
    [InlineData("IsGuarded", true, "IsGuarded")]
    [InlineData("IsGuarded", false, "!HasMutualTls !IsGuarded !IsPrivate")]
    public void A_condition_is_turned_with_those_that_must_then_be_so(string name, bool holds, string forced) => Assert.Equal(
        forced,
        string.Join(' ', new TurnedCondition(TemplateFile.Parse(Conditions).Conditions, name, holds).Forced
            .Select(pair => $"{(pair.Value ? "" : "!")}{pair.Key}").Order(StringComparer.Ordinal)));

    [Fact]
    public void What_is_wrong_only_where_two_conditions_hold_is_found() => Assert.Equal(
        "default_endpoint_open",
        Assert.Single(TemplateLint.Examine(
            TemplateFile.Parse($$"""
                {{Conditions}}
                  Api:
                    Type: AWS::ApiGateway::RestApi
                    Properties: { Name: orders }
                  Name:
                    Type: AWS::ApiGateway::DomainName
                    Condition: HasDomain
                    Properties:
                      DomainName: !Ref Domain
                      MutualTlsAuthentication: !If [HasMutualTls, { TruststoreUri: !Ref Truststore }, !Ref "AWS::NoValue"]
                  Mapping:
                    Type: AWS::ApiGateway::BasePathMapping
                    Condition: HasDomain
                    Properties: { DomainName: !Ref Name, RestApiId: !Ref Api }
                """),
            ".",
            new Dictionary<string, string>()).Findings).Rule);
}
