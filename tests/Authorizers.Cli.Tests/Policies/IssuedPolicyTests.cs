using System.Text.Json;

namespace Authorizers.Cli.Tests.Policies;

/// <summary>Every policy that the suite issues, evaluated: what the client gets is what the decision record says.</summary>
public sealed class IssuedPolicyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names =>
        [.. from file in Directory.EnumerateFiles(The.TokenEvents, "*.event.json") select Path.GetFileName(file).Split('.')[0]];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_response_is_evaluated_to_what_the_record_says(string name)
    {
        string own = Path.Combine(The.TokenEvents, $"{name}.config.json");
        CommandRun invoked = await CommandRun.OfAsync(
            ["invoke", "token", The.Event(name), .. File.Exists(own) ? ["--config", own] : Array.Empty<string>()]);
        if (invoked.ExitCode == ExitCode.Failed)
        {
            Assert.StartsWith("""{"errorType":""", invoked.Data);
            return;
        }

        string method = JsonElement.Parse(await File.ReadAllTextAsync(The.Event(name))).GetProperty("methodArn").GetString()!;
        CommandRun run = await CommandRun.OfAsync(
            "policy", "evaluate", "--policy", _folder.Write("response.json", invoked.Data), "--method-arn", method);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Talk));
        string expected = Outcome(invoked) == "allowed" ? "Allow" : "ExplicitDeny";
        Assert.Equal(expected, JsonElement.Parse(run.Data).GetProperty("decision").GetString());
    }

    [Fact]
    public void There_are_policies_that_allow_and_others_that_refuse()
    {
        string[] responses = [.. Directory.EnumerateFiles(The.TokenEvents, "*.response.json").Select(File.ReadAllText)];

        Assert.InRange(responses.Count(response => response.Contains("\"Allow\"")), 10, responses.Length);
        Assert.Contains(responses, response => response.Contains("policyDocument") && !response.Contains("\"Allow\""));
    }

    private static string? Outcome(CommandRun invoked) => JsonElement
        .Parse(invoked.Lines.Single(line => line.Contains("\"outcome\"")))
        .GetProperty("outcome").GetString();
}
