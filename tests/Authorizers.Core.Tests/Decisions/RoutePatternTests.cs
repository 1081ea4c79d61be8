using Authorizers.Core.Decisions;

namespace Authorizers.Core.Tests.Decisions;

public sealed class RoutePatternTests
{
    private const string Shape =
        "must be a method, one space and a path that begins with a slash, such as \"GET /orders/{id}\", "
        + "or a route key, such as $connect";

    private const string Method = "must begin with ANY or one of DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT, in capitals";

    private const string Segment =
        "has a path segment that is neither text (letters, digits and -._~!&'()+,;=:@%) nor {name} nor {name+}";

    private const string Greedy = "has {name+} before its last segment";

    private const string Sign = "has a % without two hexadecimal digits after it; write %25 for the character itself";

    private const string Small = "has a percent triplet in small letters; write them as capitals, as in %2F";

    private const string Unreserved = "has a percent triplet for a letter, a digit or one of -._~; write the character itself";

    [Theory]
    [InlineData("GET /")]
    [InlineData("ANY /")]
    [InlineData("DELETE /orders/{id}")]
    [InlineData("HEAD /a/b/c")]
    [InlineData("OPTIONS /{proxy+}")]
    [InlineData("PATCH /{a}/{b}/{c+}")]
    [InlineData("POST /azAZ09-._~!&'()+,;=:@%2F")]
    [InlineData("PUT /{a.b-c_d:E1}")]
    [InlineData("GET /%00%20%25%3A%40%5B%60%7B%7F%C3%A9")]
    [InlineData("$connect")]
    [InlineData("$disconnect")]
    [InlineData("$default")]
    [InlineData("sendMessage")]
    [InlineData("a.b-c_1")]
    [InlineData("delete")]
    public void A_route_is_a_method_and_a_path_or_a_route_key_and_prints_as_written(string text) =>
        Assert.Equal(text, Some.Route(text).ToString());

    [Theory]
    [InlineData("", Shape)]
    [InlineData("GET", Shape)]
    [InlineData("/orders", Shape)]
    [InlineData("GET orders", Shape)]
    [InlineData("GET  /orders", Shape)]
    [InlineData(" GET /orders", Shape)]
    [InlineData("GET /orders ", Shape)]
    [InlineData("GET\t/orders", Shape)]
    [InlineData("GET /orders HTTP/1.1", Shape)]
    [InlineData("get /orders", Method)]
    [InlineData("any /orders", Method)]
    [InlineData("TRACE /orders", Method)]
    [InlineData("CONNECT /orders", Method)]
    [InlineData("* /orders", Method)]
    [InlineData("$connect /", Method)]
    [InlineData("$Connect", Shape)]
    [InlineData("$other", Shape)]
    [InlineData("DELETE", Shape)]
    [InlineData("ANY", Shape)]
    [InlineData("TRACE", Shape)]
    [InlineData("CONNECT", Shape)]
    [InlineData("send message", Shape)]
    [InlineData("send/message", Shape)]
    [InlineData("send*", Shape)]
    [InlineData("@connections", Shape)]
    [InlineData("GET /100%", Sign)]
    [InlineData("GET /a%2", Sign)]
    [InlineData("GET /%2G", Sign)]
    [InlineData("GET /%%25", Sign)]
    [InlineData("GET /a/%2f", Small)]
    [InlineData("GET /%2F%c3", Small)]
    [InlineData("GET /%61dmin", Unreserved)]
    [InlineData("GET /%5A/{id}", Unreserved)]
    [InlineData("GET /%30", Unreserved)]
    [InlineData("GET /%39", Unreserved)]
    [InlineData("GET /%2D", Unreserved)]
    [InlineData("GET /%2E%2E", Unreserved)]
    [InlineData("GET /%5F", Unreserved)]
    [InlineData("GET /%7E", Unreserved)]
    [InlineData("GET //", Segment)]
    [InlineData("GET /orders/", Segment)]
    [InlineData("GET //orders", Segment)]
    [InlineData("GET /a//b", Segment)]
    [InlineData("GET /*", Segment)]
    [InlineData("GET /a?b", Segment)]
    [InlineData("GET /${a}", Segment)]
    [InlineData("GET /$default", Segment)]
    [InlineData("GET /a#b", Segment)]
    [InlineData("GET /é", Segment)]
    [InlineData("GET /a\u0001", Segment)]
    [InlineData("GET /a\\b", Segment)]
    [InlineData("GET /{}", Segment)]
    [InlineData("GET /{+}", Segment)]
    [InlineData("GET /{a++}", Segment)]
    [InlineData("GET /{a", Segment)]
    [InlineData("GET /a}", Segment)]
    [InlineData("GET /{a}b", Segment)]
    [InlineData("GET /b{a}", Segment)]
    [InlineData("GET /{a}{b}", Segment)]
    [InlineData("GET /{a*}", Segment)]
    [InlineData("GET /{a/b}", Segment)]
    [InlineData("GET /{proxy+}/a", Greedy)]
    [InlineData("GET /{a+}/{b+}", Greedy)]
    public void Any_other_text_is_no_route_and_the_problem_is_said(string text, string problem)
    {
        Assert.False(RoutePattern.TryParse(text, out RoutePattern? route, out string? said));
        Assert.Equal(problem, said);
        Assert.Null(route);
    }

    [Theory]
    [InlineData("GET /", "GET", "")]
    [InlineData("GET /orders", "GET", "orders")]
    [InlineData("ANY /orders", "DELETE", "orders")]
    [InlineData("ANY /orders", "PUT", "orders")]
    [InlineData("GET /orders/{id}", "GET", "orders/42")]
    [InlineData("GET /orders/{id}", "GET", "orders/a%2Fb")]
    [InlineData("GET /orders/{id}", "GET", "orders/a:b*?")]
    [InlineData("GET /{a}/b/{c}", "GET", "1/b/2")]
    [InlineData("GET /a/{proxy+}", "GET", "a/b")]
    [InlineData("GET /a/{proxy+}", "GET", "a/b/c")]
    [InlineData("GET /a/{proxy+}", "GET", "a/b/")]
    [InlineData("GET /a/{proxy+}", "GET", "a//")]
    [InlineData("GET /{proxy+}", "GET", "a")]
    [InlineData("GET /{proxy+}", "GET", "/")]
    [InlineData("$connect", "$connect", "")]
    [InlineData("sendMessage", "sendMessage", "")]
    public void A_route_matches_its_calls(string route, string method, string path) =>
        Assert.True(Some.Route(route).Matches(method, path));

    [Theory]
    [InlineData("GET /", "GET", "/")]
    [InlineData("GET /", "GET", "a")]
    [InlineData("GET /", "POST", "")]
    [InlineData("GET /orders", "GET", "")]
    [InlineData("GET /orders", "get", "orders")]
    [InlineData("GET /orders", "GET", "Orders")]
    [InlineData("GET /orders", "GET", "orders/")]
    [InlineData("GET /orders", "GET", "/orders")]
    [InlineData("GET /orders", "GET", "orders/1")]
    [InlineData("GET /orders", "GET", "order")]
    [InlineData("GET /orders", "GET", "orders2")]
    [InlineData("GET /orders", "GET", "%6frders")]
    [InlineData("GET /orders/{id}", "GET", "orders")]
    [InlineData("GET /orders/{id}", "GET", "orders/")]
    [InlineData("GET /orders/{id}", "GET", "orders//")]
    [InlineData("GET /orders/{id}", "GET", "orders//1")]
    [InlineData("GET /orders/{id}", "GET", "orders/1/")]
    [InlineData("GET /orders/{id}", "GET", "orders/1/2")]
    [InlineData("GET /{id}", "GET", "")]
    [InlineData("GET /a/{proxy+}", "GET", "a")]
    [InlineData("GET /a/{proxy+}", "GET", "a/")]
    [InlineData("GET /a/{proxy+}", "GET", "b/c")]
    [InlineData("GET /{proxy+}", "GET", "")]
    [InlineData("$connect", "$disconnect", "")]
    [InlineData("$connect", "$connect", "x")]
    [InlineData("$default", "sendMessage", "")]
    [InlineData("$default", "GET", "")]
    [InlineData("send", "Send", "")]
    public void A_route_matches_no_others(string route, string method, string path) =>
        Assert.False(Some.Route(route).Matches(method, path));

    [Theory]
    [InlineData("TRACE", "orders")]
    [InlineData("CONNECT", "orders")]
    [InlineData("get", "orders")]
    [InlineData("ANY", "orders")]
    public void ANY_stands_for_the_methods_that_the_gateway_routes_and_no_others(string method, string path) =>
        Assert.False(Some.Route("ANY /orders").Matches(method, path));

    [Theory]
    [InlineData("$connect")]
    [InlineData("$default")]
    public void A_WebSocket_route_key_is_no_method(string key) => Assert.False(Some.Route("ANY /").Matches(key, ""));

    [Theory]
    [InlineData("GET /a", "GET /{x}")]
    [InlineData("GET /{x}", "GET /{x+}")]
    [InlineData("ANY /a", "GET /{x}")]
    [InlineData("GET /a", "ANY /a")]
    [InlineData("GET /{x}", "ANY /{y}")]
    [InlineData("GET /a/{x}", "GET /{x}/b")]
    [InlineData("GET /a/{x}/c", "GET /a/{x+}")]
    [InlineData("GET /a/{x+}", "GET /{x}/b/c")]
    [InlineData("ANY /{x+}", "$connect")]
    [InlineData("GET /", "$default")]
    [InlineData("sendMessage", "$default")]
    public void The_gateway_prefers_the_left(string left, string right)
    {
        Assert.True(Some.Route(left).CompareTo(Some.Route(right)) < 0);
        Assert.True(Some.Route(right).CompareTo(Some.Route(left)) > 0);
    }

    [Theory]
    [InlineData("GET /orders/{id}", "GET /orders/{number}", true)]
    [InlineData("GET /{a+}", "GET /{b+}", true)]
    [InlineData("GET /a", "GET /a", true)]
    [InlineData("GET /a", "POST /a", false)]
    [InlineData("GET /a", "ANY /a", false)]
    [InlineData("GET /{a}", "GET /{a+}", false)]
    [InlineData("GET /a", "GET /{a}", false)]
    [InlineData("GET /a", "GET /A", false)]
    [InlineData("GET /", "GET /a", false)]
    [InlineData("$default", "$default", true)]
    [InlineData("$default", "$connect", false)]
    [InlineData("send", "Send", false)]
    public void Two_routes_have_one_shape_when_they_match_the_same_calls(string left, string right, bool same) =>
        Assert.Equal(same, Some.Route(left).Shape == Some.Route(right).Shape);
}
