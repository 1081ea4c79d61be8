using Authorizers.Lambda.Runtime;

namespace Authorizers.Lambda.Tests.Runtime;

/// <summary>Status lines and headers, RFC 9112 sections 4 and 5.</summary>
public sealed class HttpResponseHeadTests
{
    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nA: b", 200)]
    [InlineData("HTTP/1.0 404 Not Found\r\nA: b", 404)]
    [InlineData("HTTP/1.1 202 \r\nA: b", 202)]
    [InlineData("HTTP/1.1 202\r\nA: b", 202)]
    [InlineData("HTTP/1.1 100 Continue", 100)]
    [InlineData("HTTP/1.1 999", 999)]
    public void A_status_line_gives_the_status(string head, int status) =>
        Assert.Equal(status, HttpResponseHead.Parse(Wire.Bytes(head)).Status);

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1")]
    [InlineData("HTTP/1.1 20")]
    [InlineData("HTTP/1.1 2000 OK")]
    [InlineData("HTTP/1.1 2x0 OK")]
    [InlineData("HTTP/1.1 099 OK")]
    [InlineData("HTTP/1.1 -20 OK")]
    [InlineData("HTTP/1.1 +20 OK")]
    [InlineData("HTTP/1.1  20 OK")]
    [InlineData("HTTP/1.1\t200 OK")]
    [InlineData("HTTP/2 200 OK   ")]
    [InlineData("http/1.1 200 OK")]
    [InlineData("ICY/1.1 200 OK")]
    [InlineData(" HTTP/1.1 200 OK")]
    [InlineData("\r\nHTTP/1.1 200 OK")]
    [InlineData("GET / HTTP/1.1")]
    [InlineData("{\"message\":\"not http\"}")]
    public void Anything_else_is_refused(string head) =>
        Assert.Throws<RuntimeApiException>(() => HttpResponseHead.Parse(Wire.Bytes(head)).Status);

    [Theory]
    [InlineData("X-Test: value", "value")]
    [InlineData("x-tEST: value", "value")]
    [InlineData("X-Test:value", "value")]
    [InlineData("X-Test: \t value \t ", "value")]
    [InlineData("X-Test: a: b, c ", "a: b, c")]
    [InlineData("A: b\r\nX-Test: value", "value")]
    [InlineData("X-Test: value\r\nA: b", "value")]
    [InlineData("X-Test: first\r\nX-Test: second", "first")]
    [InlineData("X-Test:", "")]
    [InlineData("X-Test", "")]
    [InlineData("X-Tes: a\r\nX-Test2: b\r\nY-Test: c", "")]
    [InlineData("A: X-Test: value", "")]
    [InlineData("A: b", "")]
    public void A_header_is_found_by_its_name_in_any_case_and_without_white_space_around_its_value(string headers, string value)
    {
        HttpResponseHead head = HttpResponseHead.Parse(Wire.Bytes($"HTTP/1.1 200 OK\r\n{headers}"));

        Assert.Equal(value, Wire.Text(head.Header("X-Test"u8)));
    }

    [Fact]
    public void A_head_without_headers_has_none() =>
        Assert.True(HttpResponseHead.Parse("HTTP/1.1 200 OK"u8).Header("X-Test"u8).IsEmpty);

    [Theory]
    [InlineData("Connection: close", true)]
    [InlineData("connection:  CLOSE ", true)]
    [InlineData("Connection: keep-alive", false)]
    [InlineData("Connection: closed", false)]
    [InlineData("A: close", false)]
    public void A_header_is_compared_in_any_case(string header, bool closes)
    {
        HttpResponseHead head = HttpResponseHead.Parse(Wire.Bytes($"HTTP/1.1 200 OK\r\n{header}"));

        Assert.Equal(closes, head.HeaderIs("Connection"u8, "close"u8));
    }

    [Theory]
    [InlineData(100, true, true)]
    [InlineData(103, true, true)]
    [InlineData(199, true, true)]
    [InlineData(200, false, false)]
    [InlineData(204, false, true)]
    [InlineData(304, false, true)]
    [InlineData(500, false, false)]
    public void The_status_says_what_follows(int status, bool interim, bool hasNoBody)
    {
        HttpResponseHead head = HttpResponseHead.Parse(Wire.Bytes($"HTTP/1.1 {status} X"));

        Assert.Equal((interim, hasNoBody), (head.IsInterim, head.HasNoBody));
    }
}
