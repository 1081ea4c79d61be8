using Authorizers.Templates.Linting;

namespace Authorizers.Templates.Tests.Linting;

public sealed class ConditionTests
{
    /// <summary>The permission is broad for production alone, and the timeout too long everywhere else.</summary>
    private const string Text = """
        Transform: AWS::Serverless-2016-10-31
        Parameters:
          Stage: { Type: String, Default: test }
        Conditions:
          IsProduction: !Equals [!Ref Stage, production]
        Resources:
          Api:
            Type: AWS::Serverless::Api
            Properties:
              StageName: prod
              Auth:
                Authorizers:
                  Jwt: { FunctionArn: !GetAtt Authorizer.Arn }
          Authorizer:
            Type: AWS::Serverless::Function
            Properties:
              Runtime: provided.al2023
              Handler: bootstrap
              CodeUri: s3://code/authorizer.zip
              Timeout: !If [IsProduction, 8, 30]
          Permission:
            Type: AWS::Lambda::Permission
            Condition: IsProduction
            Properties: { Action: lambda:InvokeFunction, FunctionName: !Ref Authorizer, Principal: apigateway.amazonaws.com }
        """;

    [Theory]
    [InlineData("test")]
    [InlineData("production")]
    public void What_is_wrong_under_either_outcome_of_a_condition_is_found(string stage) =>
        Assert.Equal(
            ["timeout_long", "permission_broad"],
            Examine(Text, ("Stage", stage)).Findings.Select(finding => finding.Rule));

    [Fact]
    public void What_is_wrong_under_both_is_found_once()
    {
        string text = Text.Replace("!If [IsProduction, 8, 30]", "30").Replace("Principal: apigateway", "Principal: events");

        Assert.Equal("timeout_long", Assert.Single(Examine(text).Findings).Rule);
    }

    [Fact]
    public void A_condition_that_makes_no_sense_turned_round_is_noted()
    {
        LintReport report = Examine("""
            Parameters:
              Stage: { Type: String, Default: test }
            Conditions:
              IsProduction: !Equals [!Ref Stage, production]
            Mappings:
              Sizes: { test: { Memory: 256 } }
            Resources:
              Authorizer:
                Type: AWS::Lambda::Function
                Properties:
                  MemorySize: !If [IsProduction, !FindInMap [Sizes, production, Memory], !FindInMap [Sizes, test, Memory]]
            """);

        Assert.Empty(report.Findings);
        TemplateNote note = Assert.Single(report.Notes);
        Assert.Equal(4, note.Line);
        Assert.StartsWith("It is not judged with condition IsProduction turned round: line 11: ", note.Text);
    }

    [Fact]
    public void A_parameter_without_a_value_does_not_keep_from_judging() =>
        Assert.Equal(
            ["timeout_long", "permission_broad"],
            Examine(Text.Replace(", Default: test", "")).Findings.Select(finding => finding.Rule));

    private static LintReport Examine(string text, params (string Name, string Value)[] parameters) =>
        TemplateLint.Examine(
            TemplateFile.Parse(text), ".", parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value));
}
