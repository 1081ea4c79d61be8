using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Authorizers.Cli.Tests.Policies;

public sealed class ProbeTests : IDisposable
{
    /// <summary>In place of what would call somebody: it prints what would be sent, and where.</summary>
    private const string Stubs = """
        aws() { [ "$1" = configure ] && echo eu-west-1 || echo id; }
        sleep() { :; }
        curl() { for a in "$@"; do case "$a" in "Authorization: "*) echo "${a#Authorization: } ${!#}" ;; esac; done; }

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_it_prints_is_a_script()
    {
        CommandRun run = await ProbeAsync();

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Talk));
        Assert.Equal("", await BashAsync(run.Data, "-n"));
        Assert.All(run.Data.Split('\n'), line => Assert.InRange(line.Length, 0, 130));
    }

    [Fact]
    public async Task Each_script_for_programs_is_one_too()
    {
        JsonElement probes = JsonElement.Parse((await ProbeAsync("--json")).Data);

        Assert.Equal(16, probes.GetProperty("probes").GetArrayLength());
        foreach (JsonElement probe in probes.GetProperty("probes").EnumerateArray())
        {
            Assert.Equal("", await BashAsync(probe.GetProperty("script").GetString()!, "-n"));
            Assert.NotEmpty(probe.GetProperty("question").GetString()!);
            Assert.InRange(probe.GetProperty("outcomes").GetArrayLength(), 2, 5);
        }

        Assert.All(["testApi", "preparation", "afterwards"], name => Assert.NotEmpty(probes.GetProperty(name).GetString()!));
    }

    [Fact]
    public async Task What_it_would_send_are_answers_that_the_evaluator_reads()
    {
        string[] sent = (await BashAsync(Stubs + (await ProbeAsync()).Data)).TrimEnd('\n').Split('\n');

        Assert.InRange(sent.Length, 40, 100);
        foreach (string line in sent.Where(line => line.Contains(' ')))
        {
            string[] words = line.Split(' ');
            string answer = FilledIn(Encoding.UTF8.GetString(Convert.FromBase64String(words[0])));
            JsonElement root = JsonElement.Parse(answer);
            if (root.TryGetProperty("policyDocument", out _) && !answer.Contains("null"))
            {
                CommandRun run = await EvaluateAsync(answer);
                Assert.DoesNotContain("Malformed", run.Data);
            }

            Assert.StartsWith("https://", words[1]);
        }
    }

    [Theory]
    [InlineData("--rest-api", "a1b2'; rm -rf /; '")]
    [InlineData("--rest-api", "$(id)")]
    [InlineData("--rest-api", "a\nid")]
    [InlineData("--rest-api", "")]
    [InlineData("--stage", "a b")]
    [InlineData("--stage", "-prod")]
    [InlineData("--stage", "prod\n")]
    [InlineData("--region", "eu-west-1;id")]
    [InlineData("--region", "example.com/")]
    [InlineData("--authorizer", "`id`")]
    [InlineData("--function-name", "f|id")]
    public async Task A_name_that_a_shell_could_take_for_more_is_refused(string option, string value)
    {
        string[] others = option switch
        {
            "--rest-api" => ["--stage", "prod"],
            "--stage" => ["--rest-api", "a1b2"],
            _ => ["--rest-api", "a1b2", "--stage", "prod"],
        };

        CommandRun run = await CommandRun.OfAsync(["policy", "probe", .. others, option, value]);

        run.RefusedWith($"{option} takes ");
    }

    [Fact]
    public async Task The_names_given_are_those_of_the_script()
    {
        CommandRun run = await ProbeAsync("--region", "cn-north-1", "--authorizer", "x9y8z7", "--function-name", "My_function-2");

        Assert.All(
            ["API='a1b2c3d4e5'", "STAGE='prod'", "REGION='cn-north-1'", "AUTHORIZER='x9y8z7'", "FUNCTION='My_function-2'"],
            line => Assert.Contains($"\n{line}\n", run.Data));
    }

    [Theory]
    [InlineData]
    [InlineData("--stage", "prod")]
    [InlineData("--rest-api", "a1b2c3d4e5")]
    [InlineData("--template", "--json")]
    [InlineData("--template", "--rest-api", "a1b2c3d4e5", "--stage", "prod")]
    public async Task What_it_cannot_do_without_is_asked_for(params string[] options) =>
        (await CommandRun.OfAsync(["policy", "probe", .. options]))
            .RefusedWith("Give --rest-api and --stage, or --template alone.");

    [Fact]
    public async Task The_template_names_all_that_it_refers_to()
    {
        CommandRun run = await CommandRun.OfAsync("policy", "probe", "--template");
        JsonElement resources = JsonElement.Parse(run.Data).GetProperty("Resources");
        IEnumerable<string> names = run.Data.Split("\"Ref\": \"").Skip(1).Select(text => text[..text.IndexOf('"')]);

        Assert.All(
            names.Where(name => !name.StartsWith("AWS::", StringComparison.Ordinal)),
            name => Assert.True(resources.TryGetProperty(name, out _), name));
        Assert.Contains("MOCK", run.Data);
    }

    /// <summary>As the template's authorizer does.</summary>
    private static string FilledIn(string answer) => answer
        .Replace("<stage>", "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod", StringComparison.Ordinal)
        .Replace("<target>", "a1b2c3d4e5/prod", StringComparison.Ordinal)
        .Replace("<partition>", "aws", StringComparison.Ordinal);

    private static Task<CommandRun> ProbeAsync(params string[] options) =>
        CommandRun.OfAsync(["policy", "probe", "--rest-api", "a1b2c3d4e5", "--stage", "prod", .. options]);

    private Task<CommandRun> EvaluateAsync(string answer) => CommandRun.OfAsync(
        "policy", "evaluate", "--policy", _folder.Write("answer.json", answer), "--method-arn",
        "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/GET/a", "--source-ip", "::1",
        "--context", "aws:CurrentTime=2026", "--context", "aws:EpochTime=1795145340");

    private async Task<string> BashAsync(string script, params string[] options)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no bash.");
        string file = _folder.Write("probe.sh", script);
        var start = new ProcessStartInfo("bash", [.. options, file])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return await output + await errors;
    }
}
