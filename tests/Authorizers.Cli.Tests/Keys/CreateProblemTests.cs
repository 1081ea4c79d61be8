namespace Authorizers.Cli.Tests.Keys;

public sealed class CreateProblemTests
{
    [Theory]
    [InlineData("--scopes takes", "--scopes", "")]
    [InlineData("--scopes takes", "--scopes", "a,,b")]
    [InlineData("--groups takes", "--groups", ",")]
    [InlineData("--plan takes", "--plan", "")]
    [InlineData("--usage-identifier-key takes", "--usage-identifier-key", "too-short")]
    [InlineData("--not-before takes", "--not-before", "tomorrow")]
    [InlineData("--expires takes", "--expires", "2027-01-31")]
    [InlineData("--expires has passed", "--expires", "2026-11-20T12:00:00Z")]
    [InlineData("--expires has passed", "--expires", "0s")]
    [InlineData("--expires is not after --not-before", "--expires", "1d", "--not-before", "1d")]
    [InlineData("--not-before is too far", "--not-before", "1066-10-14T09:00:00Z")]
    [InlineData("--routes: \"\" must be a method", "--routes", "")]
    [InlineData("--routes: \"get /orders\" must begin with ANY", "--routes", "POST /orders, get /orders")]
    [InlineData("--cidrs takes", "--cidrs", "")]
    [InlineData("--cidrs takes", "--cidrs", "10.0.0.0/33")]
    [InlineData("--context takes KEY=VALUE", "--context", "tenant")]
    [InlineData("--context takes names", "--context", "principalId=x")]
    [InlineData("--context takes names", "--context", "a=1", "--context", "A=2")]
    public async Task A_value_that_a_record_cannot_have_is_refused_by_its_option(string sentence, params string[] args) =>
        (await CommandRun.OfAsync(["keys", "create", "--principal", "alice", .. args, .. Nowhere.Options])).RefusedWith(sentence);

    [Fact]
    public async Task All_problems_are_said_at_once()
    {
        CommandRun run = await CommandRun.OfAsync(
        [
            "keys", "create", "--principal", "", "--scopes", "", "--cidrs", "here", "--expires", "never", "--context", "x",
            "--routes", "orders/", .. Nowhere.Options,
        ]);

        run.RefusedWith("");
        Assert.Equal(
            ["--principal", "--scopes", "--cidrs", "--expires", "--routes:", "--context"],
            run.Lines.Select(line => line.Split(' ')[0]));
    }

    [Theory]
    [InlineData("GET /orders", "GET /orders")]
    [InlineData("POST /orders,ANY /orders", "ANY /orders")]
    [InlineData("GET /orders/b,a", "GET /orders/b,a")]
    public async Task A_route_that_the_configuration_does_not_write_so_is_refused(string routes, string refused)
    {
        CommandRun run = await ConfiguredAsync("--routes", routes);

        run.RefusedWith($"--routes: \"{refused}\" is not written so");
    }

    [Fact]
    public async Task Routes_have_commas_between_them_and_may_have_commas_in_them()
    {
        CommandRun run = await ConfiguredAsync("--routes", "GET /orders/a,b", "--routes", "POST /orders", "--context", "x");

        Assert.Equal("--context takes KEY=VALUE.\n", run.Talk);
    }

    [Fact]
    public async Task A_context_that_no_call_could_carry_is_refused() =>
        (await ConfiguredAsync("--context", $"a={new string('x', 1020)}"))
            .RefusedWith("larger than the configuration's maxContextBytes");

    private static async Task<CommandRun> ConfiguredAsync(params string[] args)
    {
        using var folder = new TemporaryFolder();
        string file = SomeConfiguration.Write(folder, """{ "apiKey": { "table": "keys" } }""");
        return await CommandRun.OfAsync(
            ["keys", "create", "--principal", "alice", .. args, "--config", file, .. Nowhere.Options[2..]]);
    }
}
