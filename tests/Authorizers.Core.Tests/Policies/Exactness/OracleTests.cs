using Authorizers.Tests.Shared.Routing;

namespace Authorizers.Core.Tests.Policies.Exactness;

/// <summary>What the builder is held against, held itself against examples that a person can check.</summary>
public sealed class OracleTests
{
    private static readonly OracleTable Shop = OracleTable.Of(
        "+ GET /", "+ GET /orders/{id}", "- GET /orders/export", "- ANY /orders/{id}", "+ ANY /files/{path+}", "- GET /files/a:b/{x}",
        "+ GET /{any}/{one}/notes");

    [Theory]
    [InlineData("GET", "", "GET /")]
    [InlineData("GET", "orders/7", "GET /orders/{id}")]
    [InlineData("GET", "orders/export", "GET /orders/export")]
    [InlineData("PUT", "orders/export", "ANY /orders/{id}")]
    [InlineData("TRACE", "orders/7", null)]
    [InlineData("get", "orders/7", null)]
    [InlineData("GET", "orders", null)]
    [InlineData("GET", "Orders/7", null)]
    [InlineData("GET", "orders/", null)]
    [InlineData("GET", "orders/7/", null)]
    [InlineData("GET", "orders/7/notes", "GET /{any}/{one}/notes")]
    [InlineData("GET", "orders//notes", null)]
    [InlineData("GET", "files", null)]
    [InlineData("GET", "files/", null)]
    [InlineData("GET", "files//", "ANY /files/{path+}")]
    [InlineData("GET", "files/1", "ANY /files/{path+}")]
    [InlineData("DELETE", "files/1/2/3", "ANY /files/{path+}")]
    [InlineData("GET", "files/a:b/1", "GET /files/a:b/{x}")]
    [InlineData("POST", "files/a:b/1", "ANY /files/{path+}")]
    [InlineData("GET", "files/1/notes", "ANY /files/{path+}")]
    public void A_call_goes_to_the_route_that_api_gateway_prefers(string method, string path, string? route) =>
        Assert.Equal(route, Shop.Find(method, path)?.Text);

    [Theory]
    [InlineData("GET /a/{x}", "GET /a/{p+}", "a/1")]
    [InlineData("GET /a/{p+}", "GET /{x}/b", "a/b")]
    [InlineData("GET /{x}/b", "GET /{x}/{y}", "a/b")]
    [InlineData("GET /{x}", "ANY /{y}", "a")]
    [InlineData("ANY /a", "GET /{x}", "a")]
    [InlineData("ANY /a/{x}/c", "GET /a/{p+}", "a/b/c")]
    public void From_the_left_text_then_a_parameter_then_greedy_and_then_one_method(string preferred, string other, string path)
    {
        Assert.Equal(preferred, OracleTable.Of($"+ {preferred}", $"- {other}").Find("GET", path)?.Text);
        Assert.Equal(preferred, OracleTable.Of($"- {other}", $"+ {preferred}").Find("GET", path)?.Text);
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a/", "a/ a")]
    [InlineData("a//", "a// a/ a")]
    [InlineData("/a", "/a a")]
    [InlineData("a//b/", "a//b/ a//b a/b/ a/b")]
    [InlineData("a/./b", "a/./b a/b")]
    [InlineData("a/../b", "a/../b b")]
    [InlineData("a/b/..", "a/b/.. a/ a")]
    [InlineData("../a", "../a a")]
    [InlineData("%61", "%61 a")]
    [InlineData("x%2D%2dy", "x%2D%2dy x%2D%2Dy x--y")]
    [InlineData("a/%2e%2E/b", "a/%2e%2E/b a/%2E%2E/b a/../b b")]
    [InlineData("a%2Fb%25", "a%2Fb%25")]
    [InlineData("%c3%Af", "%c3%Af %C3%AF")]
    [InlineData("a%3ab", "a%3ab a%3Ab a:b")]
    [InlineData("%2561", "%2561")]
    [InlineData("%6", "%6")]
    [InlineData("a//../b", "a//../b a/../b b a/b")]
    public void A_path_is_read_in_every_way_that_a_server_may(string path, string readings) =>
        Assert.Equal(readings.Split(' ').Order(StringComparer.Ordinal), PathReadings.Of(path).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("", false)]
    [InlineData("a", false)]
    [InlineData("a/", false)]
    [InlineData("a/...", false)]
    [InlineData("a%2Fb%2f%", false)]
    [InlineData("*/?/${x}", false)]
    [InlineData("/", true)]
    [InlineData("a//", true)]
    [InlineData("a//b", true)]
    [InlineData("/a", true)]
    [InlineData("./a", true)]
    [InlineData("a/..", true)]
    [InlineData("%7Ea", true)]
    [InlineData("%7ea", true)]
    public void A_path_is_odd_when_it_has_another_spelling(string path, bool odd) => Assert.Equal(odd, PathReadings.IsOdd(path));

    [Theory]
    [InlineData("GET", "", "Allow")]
    [InlineData("GET", "orders/7", "Allow")]
    [InlineData("GET", "orders/7/", "Allow")]
    [InlineData("GET", "orders/*", "Allow")]
    [InlineData("GET", "orders/EXPORT", "Allow")]
    [InlineData("GET", "orders/export", "Refuse")]
    [InlineData("GET", "orders/export/", "Refuse")]
    [InlineData("GET", "orders//export", "Refuse")]
    [InlineData("GET", "orders/%65xport", "Refuse")]
    [InlineData("GET", "orders/x/../export", "Refuse")]
    [InlineData("GET", "orders/%65x", "Free")]
    [InlineData("GET", "orders/exp%6Frts", "Free")]
    [InlineData("PUT", "orders/7", "Refuse")]
    [InlineData("PUT", "nothing/at/all", "Refuse")]
    [InlineData("TRACE", "orders/7", "Refuse")]
    [InlineData("GET", "files/a%3Ab/1", "Refuse")]
    [InlineData("GET", "files/a%3ab/1", "Refuse")]
    [InlineData("GET", "files/a%3Bb/1", "Allow")]
    [InlineData("GET", "files/orders%3A/1", "Allow")]
    [InlineData("GET", "orders", "Refuse")]
    [InlineData("GET", "orders/7/8/9", "Free")]
    [InlineData("GET", "7/8/9/notes", "Free")]
    [InlineData("GET", "7/8/9", "Refuse")]
    [InlineData("GET", "files/1/notes", "Allow")]
    public void A_call_is_to_be_allowed_or_refused_as_its_readings_are_routed(string method, string path, string verdict) =>
        Assert.Equal(verdict, $"{Shop.Expect(method, path)}");

    [Theory]
    [InlineData("a/1/2/3/4", "Refuse")]
    [InlineData("a/1/2/3", "Free")]
    [InlineData("a/1/2", "Free")]
    [InlineData("a/1", "Allow")]
    [InlineData("a", "Refuse")]
    public void Only_between_two_grants_may_a_call_to_no_route_be_allowed(string path, string verdict) =>
        Assert.Equal(verdict, $"{OracleTable.Of("+ GET /a/{x}", "+ GET /a/b/c/d", "+ POST /{x}/{p+}").Expect("GET", path)}");

    [Theory]
    [InlineData("GET", "orders/7/", "Allow")]
    [InlineData("GET", "orders/", "Free")]
    [InlineData("GET", "files/1/2/", "Allow")]
    [InlineData("GET", "files/1/", "Allow")]
    [InlineData("GET", "bills/7/", "Refuse")]
    [InlineData("GET", "bills/7/8/", "Refuse")]
    [InlineData("GET", "bills/", "Refuse")]
    [InlineData("POST", "mail/7/", "Free")]
    public void A_slash_at_the_end_changes_nothing_but_after_text_and_where_a_greedy_route_is_refused(
        string method, string path, string verdict)
    {
        var table = OracleTable.Of(
            "+ GET /orders", "+ GET /orders/{id}", "+ ANY /files/{path+}", "+ GET /bills/{id}", "- GET /bills/{path+}",
            "+ POST /mail/{path+}", "- POST /{path+}");
        Assert.Equal(verdict, $"{table.Expect(method, path)}");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Random_calls_reach_granted_and_refused_routes_and_miss_both(int seed)
    {
        var chance = new Random(seed);
        OracleTable table = OracleTable.Of("+ GET /a/{x}", "- GET /a/b", "- POST /c/{p+}", "+ ANY /");
        Call[] calls = [.. Enumerable.Range(0, 300).Select(_ => RandomCalls.Next(table, chance))];

        Assert.All(table.Routes, route => Assert.Contains(calls, call => table.Find(call.Method, call.Path) == route));
        Assert.Contains(calls, call => table.Find(call.Method, call.Path) is null);
        Assert.All(Enum.GetValues<CallVerdict>(), verdict => Assert.Contains(calls, call => table.Expect(call.Method, call.Path) == verdict));
        Assert.All(["//", "/./", "%", "*", "${"], mark => Assert.Contains(calls, call => $"{call}".Contains(mark, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_random_table_has_distinct_routes_and_a_grant(int seed)
    {
        OracleTable[] tables = [.. Enumerable.Range(seed * 100, 100).Select(number => RandomTables.Next(new Random(number)))];

        Assert.All(tables, table =>
        {
            Assert.InRange(table.Routes.Count, 1, 12);
            Assert.Equal(table.Routes.Count, table.Routes.Select(route => Some.Route(route.Text).Shape).Distinct().Count());
            Assert.Contains(table.Routes, route => route.Granted);
        });
    }

    [Fact]
    public void The_same_seed_is_the_same_table() =>
        Assert.Equal($"{RandomTables.Next(new Random(7))}", $"{RandomTables.Next(new Random(7))}");

    public static TheoryData<int> Seeds => [1, 2, 3, 4, 5];
}
