using System.Text.Json;

namespace Authorizers.Cli.Tests.Templates;

public sealed class LintTests : IDisposable
{
    private const string Open = """
        Transform: AWS::Serverless-2016-10-31
        Parameters:
          Stage: { Type: String, Default: test }
        Resources:
          Orders:
            Type: AWS::Serverless::Function
            Properties:
              Runtime: dotnet10
              Handler: Orders
              CodeUri: s3://code/orders.zip
              Timeout: 8
              Events:
                List:
                  Type: Api
                  Properties: { Path: /orders, Method: get }
                Add:
                  Type: Api
                  Properties: { Path: /orders, Method: post }
        """;

    private const string Sound = """
        {
          "Resources": {
            "Table": { "Type": "AWS::DynamoDB::Table", "Properties": { "TableName": "keys" } }
          }
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Findings_stand_in_the_order_of_their_lines_each_with_a_remedy()
    {
        string file = _folder.Write("template.yaml", Open);

        CommandRun run = await CommandRun.OfAsync("template", "lint", file);

        string[] lines = run.Data.Split('\n');
        Assert.Equal((ExitCode.Failed, "", 5), (run.ExitCode, run.Talk, lines.Length));
        Assert.Equal($"{file}:13 route_open: GET /orders of ServerlessRestApi has no authorizer.", lines[0]);
        Assert.Equal($"{file}:16 route_open: POST /orders of ServerlessRestApi has no authorizer.", lines[2]);
        Assert.All([lines[1], lines[3]], line => Assert.StartsWith("    Remedy: Name an authorizer", line));
    }

    [Fact]
    public async Task Json_is_an_array_of_findings_on_one_line()
    {
        string file = _folder.Write("template.yaml", Open);

        CommandRun run = await CommandRun.OfAsync("template", "lint", file, "--json");

        using var findings = JsonDocument.Parse(run.Data);
        Assert.Equal((ExitCode.Failed, 1), (run.ExitCode, run.Data.Count(letter => letter == '\n')));
        Assert.Equal([13, 16], findings.RootElement.EnumerateArray().Select(finding => finding.GetProperty("line").GetInt32()));
        Assert.Equal(
            ["file", "line", "rule", "resource", "message", "remedy"],
            findings.RootElement[0].EnumerateObject().Select(member => member.Name));
        Assert.Equal(file, findings.RootElement[0].GetProperty("file").GetString());
        Assert.Equal("route_open", findings.RootElement[0].GetProperty("rule").GetString());
        Assert.Equal("ServerlessRestApi", findings.RootElement[0].GetProperty("resource").GetString());
    }

    [Fact]
    public async Task Without_a_finding_it_says_what_was_examined()
    {
        string file = _folder.Write("serverless.template", Sound);

        CommandRun run = await CommandRun.OfAsync("template", "lint", file);

        Assert.Equal(
            new CommandRun(ExitCode.Done, "", $"Nothing is wrong with {file}: examined 0 APIs, 0 routes, 0 authorizers.\n"), run);
        Assert.Equal("[]\n", (await CommandRun.OfAsync("template", "lint", file, "--json")).Data);
    }

    [Theory]
    [InlineData("8", ExitCode.Done)]
    [InlineData("900", ExitCode.Failed)]
    public async Task A_parameter_has_the_value_that_is_given(string seconds, int exitCode)
    {
        string file = _folder.Write("template.yaml", """
            Transform: AWS::Serverless-2016-10-31
            Parameters:
              Seconds: { Type: Number, Default: 900 }
              Colour: { Type: String, Default: blue }
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
                Properties: { Runtime: provided.al2023, Handler: bootstrap, CodeUri: s3://code/a.zip, Timeout: !Ref Seconds }
            """);

        CommandRun run = await CommandRun.OfAsync(
            "template", "lint", file, "--parameter-overrides", $"Seconds={seconds}", "Colour=a=b");

        Assert.Equal(exitCode, run.ExitCode);
    }

    [Theory]
    [InlineData("broken.template", "{ \"Resources\": {\n  \"A\": }\n", ":2: ")]
    [InlineData("broken.yaml", "Resources:\n  A:\n    Type: x\n   Properties: {}\n", ":4: ")]
    [InlineData("empty.yaml", "", ": ")]
    [InlineData("list.template", "[]", ":1: ")]
    public async Task A_template_that_cannot_be_read_is_bad_usage_and_its_line_named(string name, string text, string place)
    {
        string file = _folder.Write(name, text);

        CommandRun run = await CommandRun.OfAsync("template", "lint", file);

        run.RefusedWith($"{file}{place}");
    }

    [Theory]
    [InlineData("--parameter-overrides takes NAME=VALUE.", "--parameter-overrides", "Stage")]
    [InlineData("--parameter-overrides takes NAME=VALUE.", "--parameter-overrides", "=x")]
    [InlineData("--parameter-overrides gives Stage twice.", "--parameter-overrides", "Stage=a", "Stage=b")]
    [InlineData("Colour", "--parameter-overrides", "Colour=blue")]
    [InlineData("'--loud'", "--loud")]
    public async Task What_cannot_be_meant_is_bad_usage(string problem, params string[] options)
    {
        string file = _folder.Write("template.yaml", Open);

        (await CommandRun.OfAsync(["template", "lint", file, .. options])).RefusedWith(problem);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_bad_usage() =>
        (await CommandRun.OfAsync("template", "lint", "none.yaml")).RefusedWith("File does not exist: 'none.yaml'");

    [Fact]
    public async Task Without_a_file_it_is_the_template_of_the_current_folder()
    {
        _folder.Write("template.yaml", Open);
        Assert.StartsWith("template.yaml:13 ", (await HereAsync()).Data);

        _folder.Write("serverless.template", Sound);
        Assert.StartsWith("Nothing is wrong with serverless.template: ", (await HereAsync()).Talk);
    }

    [Fact]
    public async Task A_folder_without_a_template_is_bad_usage() =>
        (await HereAsync()).RefusedWith("There is no serverless.template, template.yaml, template.yml or template.json in ");

    [Fact]
    public async Task What_cannot_be_judged_is_said_with_its_line()
    {
        string file = _folder.Write("template.yaml", """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Api:
                Type: AWS::Serverless::Api
                Properties:
                  StageName: prod
                  Auth:
                    Authorizers:
                      Jwt:
                        FunctionArn: !ImportValue authorizer
            """);

        CommandRun run = await CommandRun.OfAsync("template", "lint", file);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Data));
        Assert.StartsWith($"{file}:9: The function of the authorizer Jwt of Api is not in this template", run.Lines[0]);
    }

    [Fact]
    public async Task A_definition_that_is_elsewhere_is_said_with_its_line()
    {
        string file = _folder.Write("template.yaml", """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Api:
                Type: AWS::Serverless::Api
                Properties:
                  StageName: prod
                  DefinitionUri: s3://code/api.yaml
            """);

        CommandRun run = await CommandRun.OfAsync("template", "lint", file);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Data));
        Assert.StartsWith($"{file}:7: DefinitionUri is no file beside the template", run.Lines[0]);
        Assert.EndsWith("examined 1 API, 0 routes, 0 authorizers.", run.Lines[1]);
    }

    [Fact]
    public async Task A_configuration_that_is_broken_is_said_with_its_place()
    {
        _folder.Write("code/authorizer.json", "{\n  \"resultTtl\": \n}");
        string file = _folder.Write("template.yaml", """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Authorizer:
                Type: AWS::Serverless::Function
                Properties: { Runtime: dotnet10, Handler: A, CodeUri: code/ }
            """);

        CommandRun run = await CommandRun.OfAsync("template", "lint", file);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Matches(":3: The configuration of Authorizer is not compared .* is not JSON: line 3, byte 1\\.", run.Lines[0]);
    }

    [Theory]
    [InlineData("portable", ExitCode.Failed)]
    [InlineData("nuget", ExitCode.Done)]
    [InlineData("", ExitCode.Done)]
    public async Task A_native_function_of_the_portable_feed_is_a_finding(string feed, int exitCode)
    {
        _folder.Write("function/Function.csproj", $"""
            <Project><PropertyGroup><PackageFeed>{feed}</PackageFeed></PropertyGroup><Target Name="Build" /></Project>
            """);
        string file = _folder.Write("serverless.template", """
            {
              "Resources": {
                "Function": {
                  "Type": "AWS::Serverless::Function",
                  "Properties": { "Runtime": "provided.al2023", "Handler": "bootstrap", "CodeUri": "function" }
                }
              }
            }
            """);

        CommandRun run = await CommandRun.OfAsync("template", "lint", file);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(exitCode == ExitCode.Failed ? $"{file}:3 portable_feed" : "", run.Data.Split(": ")[0]);
    }

    private Task<CommandRun> HereAsync() => new CommandProcess(_folder.FullName).RunAsync("", "template", "lint");
}
