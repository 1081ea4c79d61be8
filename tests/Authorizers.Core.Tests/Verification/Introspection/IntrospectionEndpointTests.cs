using System.Net;
using System.Net.Sockets;
using Authorizers.Core.Configuration;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Introspection;

namespace Authorizers.Core.Tests.Verification.Introspection;

/// <summary>One question, one answer: what counts as one.</summary>
public sealed class IntrospectionEndpointTests : IAsyncDisposable
{
    private const string Unreachable = "introspection_unreachable";
    private const string Refused = "introspection_refused";
    private const string Token = "2YotnFZFEjr1zCsicMWpAA~._+/==";
    private const string Secret = "worthless-secret";

    private readonly IntrospectionServer _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_question_is_a_form_that_holds_the_token_and_says_what_it_should_be()
    {
        Assert.Equal("active", await AskAsync());

        IntrospectionRequest request = Assert.Single(_server.Requests);
        Assert.Equal("POST /introspect HTTP/1.1", request.Line);
        Assert.Equal("application/x-www-form-urlencoded", request.Headers["Content-Type"]);
        Assert.Equal("application/json", request.Headers["Accept"]);
        Assert.Equal([new("token", Token), new("token_type_hint", "access_token")], request.Form);
    }

    [Theory]
    [InlineData("""{"active":true}""", "active")]
    [InlineData(""" { "sub" : "alice" , "active" : true } """, "active")]
    [InlineData("""{"active":false}""", "inactive")]
    [InlineData("""{"active":false,"sub":"alice","exp":4102444800}""", "inactive")]
    [InlineData("""{"active":"true"}""", Unreachable)]
    [InlineData("""{"active":"false"}""", Unreachable)]
    [InlineData("""{"active":1}""", Unreachable)]
    [InlineData("""{"active":0}""", Unreachable)]
    [InlineData("""{"active":null}""", Unreachable)]
    [InlineData("""{"active":[true]}""", Unreachable)]
    [InlineData("""{"Active":true}""", Unreachable)]
    [InlineData("""{"sub":"alice"}""", Unreachable)]
    [InlineData("""{"active":true,"active":true}""", Unreachable)]
    [InlineData("""{"active":true,"\u0061ctive":false}""", Unreachable)]
    [InlineData("""{"active":true,"sub":"\ud800"}""", Unreachable)]
    [InlineData("""{"active":true}{"active":true}""", Unreachable)]
    [InlineData("""{"active":true""", Unreachable)]
    [InlineData("""{"active":true,}""", Unreachable)]
    [InlineData("""[{"active":true}]""", Unreachable)]
    [InlineData("\ufeff{\"active\":true}", Unreachable)]
    [InlineData("true", Unreachable)]
    [InlineData("<html>active</html>", Unreachable)]
    [InlineData("", Unreachable)]
    [InlineData("""{"error":"invalid_client"}""", Refused)]
    [InlineData("""{"error":"unsupported_token_type"}""", Unreachable)]
    public async Task Only_an_object_that_says_so_by_a_boolean_is_an_answer(string body, string expected)
    {
        _server.Answer(body);

        Assert.Equal(expected, await AskAsync());
    }

    [Fact]
    public async Task An_answer_that_is_no_UTF8_is_none()
    {
        _server.Answering = _ => IntrospectionServer.Response([.. "{\"active\":true,\"sub\":\""u8, 0xff, .. "\"}"u8]);

        Assert.Equal(Unreachable, await AskAsync());
    }

    [Theory]
    [InlineData("201 Created", Unreachable)]
    [InlineData("202 Accepted", Unreachable)]
    [InlineData("203 Non-Authoritative Information", Unreachable)]
    [InlineData("206 Partial Content", Unreachable)]
    [InlineData("400 Bad Request", Unreachable)]
    [InlineData("401 Unauthorized", Refused)]
    [InlineData("403 Forbidden", Refused)]
    [InlineData("404 Not Found", Unreachable)]
    [InlineData("429 Too Many Requests", Unreachable)]
    [InlineData("500 Internal Server Error", Unreachable)]
    [InlineData("503 Service Unavailable", Unreachable)]
    public async Task Whatever_another_status_says_is_not_believed(string status, string expected)
    {
        foreach (string body in new[] { """{"active":true}""", """{"active":false}""", "" })
        {
            _server.Answer(body, status);

            Assert.Equal(expected, await AskAsync());
        }
    }

    [Theory]
    [InlineData("400 Bad Request", "invalid_client", Refused)]
    [InlineData("500 Internal Server Error", "invalid_client", Refused)]
    [InlineData("400 Bad Request", "invalid_request", Unreachable)]
    [InlineData("400 Bad Request", "unauthorized_client", Unreachable)]
    [InlineData("400 Bad Request", "INVALID_CLIENT", Unreachable)]
    [InlineData("400 Bad Request", "unsupported_token_type", "inactive")]
    [InlineData("401 Unauthorized", "unsupported_token_type", Refused)]
    [InlineData("500 Internal Server Error", "unsupported_token_type", Unreachable)]
    public async Task An_error_may_tell_whose_fault_it_is(string status, string error, string expected)
    {
        _server.Answer($$"""{"error":"{{error}}"}""", status);

        Assert.Equal(expected, await AskAsync());
    }

    [Theory]
    [InlineData("301 Moved Permanently")]
    [InlineData("302 Found")]
    [InlineData("303 See Other")]
    [InlineData("307 Temporary Redirect")]
    [InlineData("308 Permanent Redirect")]
    public async Task A_redirect_takes_the_token_nowhere(string status)
    {
        await using var elsewhere = new IntrospectionServer();
        _server.Answering = _ => IntrospectionServer.Response("", status, $"Location: {elsewhere.Address}");

        Assert.Equal(Unreachable, await AskAsync());

        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task An_answer_has_150_000_bytes_at_most()
    {
        string Sized(int length) => $$"""{"active":true,"x":"{{new string('a', length - 22)}}"}""";
        _server.Answer(Sized(150_000));
        Assert.Equal("active", await AskAsync());

        _server.Answer(Sized(150_001));
        Assert.Equal(Unreachable, await AskAsync());
    }

    [Fact]
    public async Task No_cookie_is_kept()
    {
        _server.Answering = _ => IntrospectionServer.Response("""{"active":true}""", header: "Set-Cookie: a=b");
        var endpoint = Endpoint();
        await endpoint.AskAsync(Token, CancellationToken.None);
        await endpoint.AskAsync(Token, CancellationToken.None);

        Assert.Equal(2, _server.Requests.Count);
        Assert.All(_server.Requests, request => Assert.DoesNotContain("Cookie", request.Headers.Keys));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_kept_connection_that_has_died_is_replaced_and_the_question_put_again_once(bool byReset)
    {
        _server.Resets = byReset;
        int hangUps = 0;
        IntrospectionEndpoint endpoint = Endpoint();
        await endpoint.AskAsync(Token, CancellationToken.None);
        _server.Answering = _ => hangUps++ == 0
            ? Task.FromResult<byte[]?>(null)
            : IntrospectionServer.Response("""{"active":true}""");

        Assert.True((await endpoint.AskAsync(Token, CancellationToken.None)).IsActive);

        Assert.Equal(3, _server.Requests.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_endpoint_that_only_hangs_up_is_asked_twice_and_no_more(bool byReset)
    {
        _server.Resets = byReset;
        _server.Answering = _ => Task.FromResult<byte[]?>(null);

        Assert.Equal(Unreachable, await AskAsync());

        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact]
    public async Task Nobody_listening_is_an_outage()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"http://{listener.LocalEndpoint}/");
        listener.Stop();

        Assert.Equal(Unreachable, await AskAsync(Endpoint(address)));
    }

    [Fact]
    public async Task An_endpoint_that_never_answers_is_an_outage_once_the_caller_gives_up()
    {
        _server.Hold();
        using var patience = new CancellationTokenSource();
        Task<IntrospectionAnswer> waiting = Endpoint().AskAsync(Token, patience.Token);
        await _server.AskedAsync();

        await patience.CancelAsync();

        OutageException outage = await Assert.ThrowsAsync<OutageException>(() => waiting);
        Assert.Equal((Unreachable, $"{_server.Address} did not answer in time."), (outage.Code, outage.Message));
    }

    [Theory]
    [InlineData("401 Unauthorized")]
    [InlineData("500 Internal Server Error")]
    [InlineData("200 OK")]
    public async Task No_outage_tells_of_the_token_the_secret_or_what_the_endpoint_said(string status)
    {
        _server.Answer($$"""{"error":"said {{Token}} {{Secret}}"}""", status);

        OutageException outage = await Assert.ThrowsAsync<OutageException>(
            () => Endpoint().AskAsync(Token, CancellationToken.None));

        Assert.DoesNotContain("said", outage.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Token, outage.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, outage.ToString(), StringComparison.Ordinal);
    }

    private IntrospectionEndpoint Endpoint(Uri? address = null) => new(
        new IntrospectionConfiguration
        {
            Endpoint = address ?? _server.Address,
            Authentication = new ClientSecretBasic(The.Client, Secret),
            CacheFor = TimeSpan.Zero,
            CacheInactiveFor = TimeSpan.Zero,
        },
        new OutboundHttp(),
        new StoppedClock());

    private async Task<string> AskAsync(IntrospectionEndpoint? endpoint = null)
    {
        try
        {
            return (await (endpoint ?? Endpoint()).AskAsync(Token, CancellationToken.None)).IsActive ? "active" : "inactive";
        }
        catch (OutageException e)
        {
            return e.Code;
        }
    }
}
