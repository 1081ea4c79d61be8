using System.Text;
using System.Text.Json;
using Authorizers.Core;
using Authorizers.Core.Configuration;
using Authorizers.Lambda;

namespace Authorizers.WebSockets.Tests;

public sealed class CompositionTests
{
    private static string ShippedConfiguration =>
        Path.Combine(The.RepositoryRoot, "src", "Authorizers.WebSocket", "authorizer.json");

    [Fact]
    public void The_configuration_deployed_with_the_function_is_good_once_its_variables_are_set()
    {
        using var function = new LocalFunction(ShippedConfiguration, name => name switch
        {
            "ISSUER" => The.Issuer,
            "AUDIENCE" => "orders-api",
            "TICKETS_TABLE" => "tickets",
            "PAGE_ORIGIN" => "https://app.example",
            _ => null,
        });

        Assert.NotNull(function);
    }

    [Fact]
    public void Without_its_variables_the_function_does_not_start_and_names_them_all()
    {
        var refusal = Assert.Throws<ConfigurationException>(() => new LocalFunction(ShippedConfiguration));

        Assert.Equal(
            [
                "$.issuers[0].audiences[0]: needs ${AUDIENCE}, which is not set",
                "$.issuers[0].issuer: needs ${ISSUER}, which is not set",
                "$.ticket.table: needs ${TICKETS_TABLE}, which is not set",
                "$.webSocket.origins[0]: needs ${PAGE_ORIGIN}, which is not set",
            ],
            refusal.Problems.Where(problem => problem.Contains("${")));
    }

    [Fact]
    public async Task A_ticket_lets_in_once()
    {
        using var function = new LocalFunction(The.Configuration);
        byte[] handshake = new EventPair("ticket-allowed").Event;

        Answer first = await function.InvokeAsync(handshake);
        Answer second = await function.InvokeAsync(handshake);

        Assert.Equal(new DecisionLine("allowed", null, null, "$connect"), first.Record());
        Assert.Equal("Unauthorized", second.Json().GetProperty("errorMessage").GetString());
        Assert.Contains("ticket_not_found", second.Records[first.Records.Length..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ticket-allowed", "$.ticket.ticketsFile: each process takes each ticket once")]
    [InlineData("query-on", "$.bearer.sources: query.")]
    public async Task What_is_unwise_is_said_at_start(string pair, string line) =>
        Assert.Contains(line, (await new EventPair(pair).InvokeAsync()).Lines, StringComparison.Ordinal);

    /// <summary>A client of DynamoDB is made; it asks nobody for a page that may not connect.</summary>
    [Fact]
    public async Task A_page_that_may_not_connect_causes_no_question()
    {
        using var function = new LocalFunction(ShippedConfiguration, name => name switch
        {
            "ISSUER" => The.Issuer,
            "AUDIENCE" => "orders-api",
            "TICKETS_TABLE" => "tickets",
            "PAGE_ORIGIN" => "https://other.example",
            _ => null,
        });

        Answer answer = await function.InvokeAsync(new EventPair("ticket-allowed").Event);

        Assert.Equal(new DecisionLine("denied", "origin_not_allowed", null, "$connect"), answer.Record());
    }

    /// <summary>There is no time to ask anybody: whoever is asked is said not to have answered.</summary>
    [Theory]
    [InlineData("ticket", "The table tickets (http://127.0.0.1:9/) did not answer during INIT.")]
    [InlineData("bearer", null)]
    public async Task A_table_is_made_ready_where_tickets_are_taken(string credential, string? line)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("authorizers-");
        try
        {
            string configuration = Path.Combine(folder.FullName, ConfigurationFile.DefaultName);
            string keys = JsonSerializer.Serialize(Path.Combine(The.Events, "keys", "development.jwks.json"));
            await File.WriteAllTextAsync(configuration, $$"""
                {
                  "credentials": { "anyOf": ["{{credential}}"] },
                  "issuers": [{ "issuer": "{{The.Issuer}}", "anyAudience": true, "jwksFile": {{keys}} }],
                  "ticket": { "table": "tickets", "endpoint": "http://127.0.0.1:9" },
                  "webSocket": { "origins": ["https://app.example"] },
                  "routes": [{ "route": "$connect" }]
                }
                """);
            using var said = new MemoryStream();
            var clock = new StoppedClock();
            using var passed = new Deadline(clock, clock.GetUtcNow());

            var surroundings = new FunctionSurroundings(configuration, _ => null, clock, Stream.Null, said);
            await Composition.Build(surroundings).PrepareAsync(passed);

            string lines = Encoding.UTF8.GetString(said.ToArray());
            Assert.Equal(line is not null, lines.Contains("INIT", StringComparison.Ordinal));
            Assert.Contains(line ?? "", lines, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
