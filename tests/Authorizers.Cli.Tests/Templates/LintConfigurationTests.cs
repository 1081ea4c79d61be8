namespace Authorizers.Cli.Tests.Templates;

/// <summary>What a template is held against besides itself.</summary>
public sealed class LintConfigurationTests : IDisposable
{
    private const string Kept = """{ "identitySources": ["header.authorization"], "resultTtl": 60 }""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("authorizer.json", "")]
    [InlineData("settings/blue.json", "AUTHORIZER_CONFIG: settings/blue.json")]
    [InlineData("blue.json", "AUTHORIZER_CONFIG: /var/task/blue.json")]
    public async Task The_configuration_is_found_where_the_function_will_find_it(string name, string variable)
    {
        _folder.Write($"code/{name}", Kept);

        CommandRun run = await LintAsync(variable);

        Assert.Equal((ExitCode.Failed, ""), (run.ExitCode, run.Talk));
        Assert.Contains("The TTL of the authorizer Jwt of Api is 300 s, and resultTtl", run.Data);
    }

    [Theory]
    [InlineData("300")]
    [InlineData("\"00:05:00\"")]
    [InlineData("\"${SPAN}\"")]
    public async Task The_same_time_may_be_written_in_another_way(string span)
    {
        _folder.Write("code/authorizer.json", $$"""{ "resultTtl": {{span}}, /* as deployed */ }""");

        Assert.Equal(ExitCode.Done, (await LintAsync("SPAN: 00:05:00")).ExitCode);
    }

    [Fact]
    public async Task What_the_configuration_does_not_say_has_its_default()
    {
        _folder.Write("code/authorizer.json", "{}");

        Assert.Equal(ExitCode.Done, (await LintAsync("")).ExitCode);
    }

    [Fact]
    public async Task A_variable_may_be_a_file_of_that_name()
    {
        _folder.Write(
            "code/authorizer.json",
            """{ "issuers": [{ "issuer": "${ISSUER}" }], "region": "${AWS_REGION}", "note": "$${NOBODY}" }""");

        Assert.Contains("needs ISSUER,", (await LintAsync("")).Data);
        Assert.Contains("needs ISSUER,", (await LintAsync("ISSUER: ''")).Data);
        Assert.Equal(ExitCode.Done, (await LintAsync("ISSUER_FILE: issuer.txt")).ExitCode);
    }

    [Theory]
    [InlineData("[]", "is not a JSON object")]
    [InlineData("{ \"resultTtl\": ", "is not JSON: line 1, byte ")]
    [InlineData("{ \"response\": \"\\ud800\" }", "holds text that is no Unicode")]
    [InlineData("", "is not JSON: line 1, byte 1")]
    public async Task A_configuration_that_cannot_be_read_is_said_and_not_judged(string text, string problem)
    {
        _folder.Write("code/authorizer.json", text);

        CommandRun run = await LintAsync("");

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Data));
        Assert.Contains(problem, run.Lines[0]);
    }

    [Theory]
    [InlineData("<ProjectReference Include=\"../Authorizers.Lambda/Authorizers.Lambda.csproj\" />", true)]
    [InlineData("<PackageReference Include=\"Other\" />", false)]
    public async Task A_project_of_the_suite_without_a_configuration_is_said(string reference, bool isSaid)
    {
        _folder.Write("code/Function.csproj", $"<Project><ItemGroup>{reference}</ItemGroup></Project>");

        CommandRun run = await LintAsync("");

        Assert.Equal(isSaid ? 2 : 1, run.Lines.Length);
        Assert.Equal(isSaid, run.Lines[0].Contains("The configuration of Authorizer is not compared"));
    }

    [Theory]
    [InlineData("/dev/zero", "its place is not known here.")]
    [InlineData("blue.json", "there is no code/blue.json.")]
    [InlineData("../../../../../../../../../../../../dev/zero", "zero is not JSON: line 1, byte 1.")]
    public async Task A_configuration_that_is_elsewhere_or_has_no_end_is_said_and_not_judged(string name, string problem)
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "code"));

        CommandRun run = await LintAsync($"AUTHORIZER_CONFIG: {name}");

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Data));
        Assert.Contains(problem, run.Lines[0]);
    }

    private Task<CommandRun> LintAsync(string variable)
    {
        string file = _folder.Write("template.yaml", $"""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Api:
                Type: AWS::Serverless::Api
                Properties:
                  StageName: prod
                  Auth:
                    Authorizers:
                      Jwt:
                        FunctionArn: !GetAtt Authorizer.Arn
              Authorizer:
                Type: AWS::Serverless::Function
                Properties:
                  Runtime: dotnet10
                  Handler: Authorizer
                  CodeUri: code
                  Environment:
                    Variables:
                      STAGE: prod
                      {variable}
            """);
        return CommandRun.OfAsync("template", "lint", file);
    }
}
