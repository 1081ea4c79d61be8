using Authorizers.Templates.Apis;
using Authorizers.Templates.Linting;
using Authorizers.Templates.Linting.Rules;
using Authorizers.Templates.Values;

namespace Authorizers.Templates.Tests.Linting;

public sealed class RuleTextTests
{
    [Theory]
    [InlineData("CLIENT_SECRET")]
    [InlineData("PEPPER_2026")]
    [InlineData("DB_PASSWORD")]
    [InlineData("dbPassword")]
    [InlineData("STRIPE_API_KEY")]
    [InlineData("apiKey")]
    [InlineData("AWS_SECRET_ACCESS_KEY")]
    [InlineData("SIGNING_PRIVATE_KEY")]
    public void A_variable_is_a_secret_by_the_end_of_its_name(string name) => Assert.True(SecretName.Is(name));

    [Theory]
    [InlineData("KEYS_TABLE")]
    [InlineData("TOKEN_HEADER")]
    [InlineData("CLIENT_SECRET_FILE")]
    [InlineData("CLIENT_SECRET_ARN")]
    [InlineData("PASSWORD_POLICY")]
    [InlineData("MONKEY")]
    public void A_variable_that_only_speaks_of_secrets_is_none(string name) => Assert.False(SecretName.Is(name));

    [Theory]
    [InlineData("^Bearer .+$", true)]
    [InlineData("^(a|b)$", true)]
    [InlineData(@"^[|]\|$", true)]
    [InlineData(@"^a\\$", true)]
    [InlineData("${Expression}", true)]
    [InlineData("^Bearer .+", false)]
    [InlineData("Bearer .+$", false)]
    [InlineData(@"^a\$", false)]
    [InlineData("^a|b$", false)]
    [InlineData("", false)]
    public void An_expression_is_anchored_in_all_its_alternatives(string expression, bool isAnchored)
    {
        IEnumerable<Finding> findings = new UnanchoredValidationExpression().Examine(Subject.Of(new ApiDefinition
        {
            Id = "Api",
            Line = 1,
            Kind = ApiKind.Rest,
            Authorizers =
            [
                new ApiAuthorizer
                {
                    Name = "Jwt",
                    Line = 1,
                    Kind = AuthorizerKind.Token,
                    ValidationExpression = new TemplateText(2, expression),
                },
            ],
        }));

        Assert.Equal(isAnchored ? 0 : 1, findings.Count());
    }

    [Theory]
    [InlineData("arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*", false)]
    [InlineData("arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/authorizers/*", false)]
    [InlineData("${SourceArn}", false)]
    [InlineData("arn:aws:execute-api:eu-west-1:123456789012:*/authorizers/*", true)]
    [InlineData("arn:aws:execute-api:eu-west-1:123456789012:*", true)]
    [InlineData("arn:aws:execute-api:*", true)]
    [InlineData("*", true)]
    public void A_permission_is_broad_that_has_a_wildcard_for_the_api(string sourceArn, bool isBroad) =>
        Assert.Equal(isBroad, new ApiGatewayPermission("Permission", 1, "", new TemplateText(2, sourceArn)).IsBroad);

    [Theory]
    [InlineData("300", "300", "300", "300", Agreement.Always)]
    [InlineData("300", "300", "${Ttl}", "${Ttl}", Agreement.Always)]
    [InlineData("300", "300", "${Ttl}", "300", Agreement.ByChance)]
    [InlineData("300", "300", "${Ttl}", "${Other}", Agreement.ByChance)]
    [InlineData("${Ttl}", "300", "${Ttl}", "300", Agreement.ByChance)]
    [InlineData("60", "300", "${Ttl}", "300", Agreement.Never)]
    [InlineData("60", "300", "${Fn::FindInMap}", "${Fn::FindInMap}", Agreement.Never)]
    internal void What_agrees_with_parameters_left_open_agrees_always(
        string deployed, string configured, string symbolicDeployed, string symbolicConfigured, Agreement agreement) =>
        Assert.Equal(agreement, new Comparison(deployed, configured, symbolicDeployed, symbolicConfigured).Agreement);

    [Theory]
    [InlineData("${Ttl}", "300", "Ttl gives 300")]
    [InlineData("300", "${Ttl}", "Ttl gives 300")]
    [InlineData("${A}${B}", "300", "A and B give 300")]
    [InlineData("${A}", "${B}", "A and B happen to fit")]
    public void What_agrees_by_chance_says_for_which_values(string deployed, string configured, string condition) =>
        Assert.Equal(condition, new Comparison("300", "300", deployed, configured).Condition);

    [Theory]
    [InlineData("0", 0L)]
    [InlineData("300", 300L)]
    [InlineData("00:05:00", 300L)]
    [InlineData("1.00:00:01", 86_401L)]
    [InlineData("${Ttl}", null)]
    [InlineData("-1", null)]
    [InlineData("", null)]
    public void A_duration_is_seconds_or_a_span(string text, long? seconds) => Assert.Equal(seconds, Seconds.Of(text));
}
