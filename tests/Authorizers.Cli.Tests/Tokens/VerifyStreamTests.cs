using System.IO.Pipelines;
using System.Text;

namespace Authorizers.Cli.Tests.Tokens;

public sealed class VerifyStreamTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder _folder = new();
    private readonly TestIssuer _issuer = new();

    public void Dispose()
    {
        _issuer.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_line_is_answered_before_the_next_one_comes()
    {
        Pipe input = new(), output = new();
        var terminal = new Terminal(output.Writer.AsStream(), Stream.Null) { Input = input.Reader.AsStream() };
        string configuration = _issuer.WriteConfiguration(_folder);
        Task<int> run = AuthorizersCommand.RunAsync(["token", "verify", "--config", configuration], terminal);
        using var answers = new StreamReader(output.Reader.AsStream());

        foreach (string line in (string[])[_issuer.Token(), "x", _issuer.Token()])
        {
            await input.Writer.WriteAsync(Encoding.ASCII.GetBytes($"{line}\n"));
            string? answer = await answers.ReadLineAsync().WaitAsync(Patience);
            Assert.StartsWith(line == "x" ? "{\"valid\":false" : "{\"valid\":true", answer, StringComparison.Ordinal);
        }

        await input.Writer.CompleteAsync();
        Assert.Equal(ExitCode.Failed, await run.WaitAsync(Patience));
    }

    [Fact]
    public async Task Ten_thousand_lines_have_ten_thousand_answers_in_their_order()
    {
        string[] tokens = [.. Enumerable.Range(0, 50).Select(n => _issuer.Sign(
            $$"""{"iss":"https://issuer.test/","sub":"u{{n}}","aud":"orders-api","exp":4102444800}"""))];
        var lines = new StringBuilder();
        var expected = new StringBuilder();
        for (int n = 0; n < 10_000; n++)
        {
            bool good = n % 7 != 0;
            lines.Append(good ? tokens[n % 50] : "no.token").Append(n % 3 == 0 ? "\r\n" : "\n");
            expected.Append(good ? $"\"principal\":\"u{n % 50}\"\n" : "\"code\":\"token_malformed\"\n");
        }

        CommandRun run = await CommandRun.WithInputAsync(
            lines.ToString(), "token", "verify", "--config", _issuer.WriteConfiguration(_folder));

        Assert.Equal((ExitCode.Failed, ""), (run.ExitCode, run.Talk));
        Assert.Equal(
            expected.ToString(),
            string.Concat(run.Data[..^1].Split('\n').Select(line => line.Split(',')[1] + "\n")));
    }

    [Fact]
    public async Task A_line_of_a_hundred_megabytes_is_not_held_in_memory()
    {
        using var input = new LongLine(length: 100_000_000, then: $"\n{_issuer.Token()}\n");

        CommandRun run = await CommandRun.WithInputAsync(
            input, "token", "verify", "--config", _issuer.WriteConfiguration(_folder));

        Assert.StartsWith(
            """{"valid":false,"code":"token_too_large","claim":null}""" + "\n{\"valid\":true,",
            run.Data,
            StringComparison.Ordinal);
        Assert.InRange(input.HeldAtItsEnd, long.MinValue, 50_000_000);
    }
}
