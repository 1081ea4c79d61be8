namespace Authorizers.Integration.Tests.Tickets;

/// <summary>
/// What the authorizer would not read is not written; who asks is told which member it is, and not what stood in it.
/// </summary>
public sealed class UnissuableTicketTests : IDisposable
{
    private const string Secret = "s3cr3t";

    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly TicketRequest Good = new() { Principal = "alice" };

    private readonly MemoryTable _table = new();

    public static TheoryData<string, object?> Principals =>
        Values("principal is malformed", "", $"{Secret}\n", $"{Secret}\u202e", Long(257));

    public static TheoryData<string, object?> Origins => Values(
        "origin is malformed", "", "null", $"https://{Secret}.example/", $"HTTPS://{Secret}.example", $"http://{Secret}.example",
        $"https://{Secret}@app.example", "*");

    public static TheoryData<string, object?> Addresses =>
        Values("address is malformed", "", Secret, "203.0.113.0/24", "203.0.113.09", "203.0.113.9:443", "[::1]");

    public static TheoryData<string, object?> Contexts => Values(
        "context is malformed",
        Pair("exp", 1L), Pair("connectionId", Secret), Pair("subprotocol", Secret), Pair("reason", Secret),
        Pair("principalId", Secret), Pair("usageIdentifierKey", Secret), Pair($"{Secret}:a", "x"), Pair("", Secret),
        Pair("a", $"{Secret}\r\nX: y"), Pair("a", Long(1025)), Pair("a", 1), Pair("a", 1.5m), Pair("a", 'x'),
        Pair("a", double.NaN), Pair("a", 1.0 / 3), Pair("a", 1e126), Pair("a", new[] { Secret }), Pair("a", null!),
        new KeyValuePair<string, object>[] { new("a", Secret), new("A", Secret) });

    public void Dispose() => _table.Dispose();

    [Theory]
    [MemberData(nameof(Principals))]
    public Task A_principal_is_a_text_that_a_log_can_show(string problem, object? value) =>
        ExpectAsync(problem, Good with { Principal = (string)value! });

    /// <summary>No row of a theory, which the runner would mend on its way.</summary>
    [Fact]
    public Task Half_a_surrogate_pair_is_no_text() =>
        ExpectAsync("principal is malformed", Good with { Principal = $"{Secret}\ud800" });

    [Theory]
    [MemberData(nameof(Origins))]
    public Task An_origin_is_one_that_a_browser_sends(string problem, object? value) =>
        ExpectAsync(problem, Good with { Origin = (string)value! });

    [Theory]
    [MemberData(nameof(Addresses))]
    public Task An_address_is_one_address(string problem, object? value) =>
        ExpectAsync(problem, Good with { Address = (string)value! });

    [Theory]
    [MemberData(nameof(Contexts))]
    public Task A_context_is_what_a_configuration_could_have_named_and_a_table_keeps(string problem, object? value) =>
        ExpectAsync(problem, Good with { Context = (KeyValuePair<string, object>[])value! });

    [Fact]
    public async Task A_scope_and_a_group_are_texts_too_and_at_most_a_hundred()
    {
        string[] many = [.. Enumerable.Range(0, 101).Select(number => $"{Secret}{number}")];
        await ExpectAsync("scopes is malformed", Good with { Scopes = ["a", ""] });
        await ExpectAsync("scopes is malformed", Good with { Scopes = [$"{Secret}\0"] });
        await ExpectAsync("scopes is malformed", Good with { Scopes = many });
        await ExpectAsync("groups is malformed", Good with { Groups = [Long(257)] });
        await ExpectAsync("groups is malformed", Good with { Groups = many });
    }

    [Fact]
    public Task Nobody_gets_no_ticket() => ExpectAsync(
        "principal is nobody: an authorizer must have vouched for the caller", Good with { Principal = "anonymous" });

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(0.999)]
    [InlineData(300.001)]
    [InlineData(86_400)]
    public Task A_lifetime_is_a_second_to_five_minutes(double seconds) => ExpectAsync(
        "lifetime must be 1 second to 5 minutes", Good with { Lifetime = TimeSpan.FromSeconds(seconds) });

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(-17_951_760_000_000_000)]
    public Task A_session_that_is_over_is_none(long ticks) => ExpectAsync(
        "sessionExpires has passed", Good with { SessionExpires = Now.AddTicks(ticks) });

    [Fact]
    public async Task Without_a_request_there_is_nothing_to_issue()
    {
        ArgumentNullException thrown = await Assert.ThrowsAsync<ArgumentNullException>(
            () => new ConnectTickets(_table, "tickets", new FixedClock(Now)).IssueAsync(null!));

        Assert.Equal("request", thrown.ParamName);
    }

    private async Task ExpectAsync(string problem, TicketRequest request)
    {
        var tickets = new ConnectTickets(_table, "tickets", new FixedClock(Now));

        ArgumentException thrown = await Assert.ThrowsAsync<ArgumentException>(() => tickets.IssueAsync(request));

        Assert.Equal($"{problem} (Parameter 'request')", thrown.Message);
        Assert.DoesNotContain(Secret, $"{thrown}", StringComparison.Ordinal);
        Assert.Empty(_table.Puts);
    }

    private static string Long(int length) => Secret + new string('x', length - Secret.Length);

    private static KeyValuePair<string, object>[] Pair(string key, object value) => [new(key, value)];

    private static TheoryData<string, object?> Values(string problem, params object?[] values)
    {
        var rows = new TheoryData<string, object?>();
        foreach (object? value in values)
        {
            rows.Add(problem, value);
        }

        return rows;
    }
}
