using Authorizers.Core.Credentials;

namespace Authorizers.Cli.Tests.Keys;

public sealed class WholeKeyTests
{
    private static readonly string Key = ApiKey.Create("gla").Reveal();

    [Theory]
    [InlineData("KEY")]
    [InlineData("show", "KEY")]
    [InlineData("show", "KEY", "--table", "keys")]
    [InlineData("show", "SECRET", "--table", "keys")]
    [InlineData("revoke", "KEY", "--table", "keys")]
    [InlineData("rotate", "KEY", "--overlap", "7d", "--table", "keys")]
    [InlineData("rotate", "0Ab1Cd2Ef3Gh", "--overlap", "KEY", "--table", "keys")]
    [InlineData("rotate", "0Ab1Cd2Ef3Gh", "--overlap=KEY", "--table", "keys")]
    [InlineData("create", "--principal", "KEY", "--table", "keys")]
    [InlineData("create", "--principal", "x", "--context", "key=KEY", "--table", "keys")]
    [InlineData("create", "--principal", "x", "--usage-identifier-key", "KEY", "--table", "keys")]
    [InlineData("create", "--principal", "x", "--routes", "GET /KEY", "--table", "keys")]
    [InlineData("create", "--principal", "x", "--expires", "KEY", "--table", "keys")]
    [InlineData("list", "KEY", "--table", "keys")]
    [InlineData("list", "--limit", "KEY", "--table", "keys")]
    [InlineData("list", "--limit=KEY", "--table", "keys")]
    [InlineData("list", "--tabel=KEY")]
    [InlineData("list", "--table", "KEY")]
    [InlineData("--table", "KEY", "list")]
    [InlineData("list", "--table", "keys", "--profile", "KEY")]
    [InlineData("list", "--table", "keys", "--region", "KEY")]
    [InlineData("list", "--table", "keys", "--endpoint-url", "KEY")]
    [InlineData("list", "--config=KEY")]
    [InlineData("export", "--table", "keys", "--out", "KEY")]
    [InlineData("import", "KEY", "--table", "keys")]
    [InlineData("create-table", "KEY", "--table", "keys")]
    public async Task A_whole_key_is_refused_and_not_repeated(params string[] args)
    {
        string secret = Key[^36..];

        CommandRun run = await CommandRun.OfAsync(
            ["keys", .. args.Select(arg => arg.Replace("KEY", Key).Replace("SECRET", secret))]);

        run.RefusedWith("");
        Assert.DoesNotContain(secret, run.Talk);
        Assert.DoesNotContain(Key.Split('_')[1], run.Talk);
    }

    [Fact]
    public async Task Whoever_gives_a_whole_key_is_told_to_give_the_id() =>
        (await CommandRun.OfAsync("keys", "revoke", Key, "--table", "keys")).RefusedWith("Give its id alone");

    [Fact]
    public async Task A_key_with_a_slip_of_the_pen_is_refused_too() =>
        (await CommandRun.OfAsync("keys", "create", "--principal", $"{Key}x", "--table", "keys"))
            .RefusedWith("Give its id alone");
}
