using System.Net;
using System.Net.Sockets;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Verification.Keys;

public sealed class HttpDocumentsTests
{
    private readonly HttpDocuments _documents = new(new OutboundHttp());

    [Fact]
    public async Task A_document_is_its_text()
    {
        await using var server = LoopbackServer.Answering(Some.Utf8("""{"issuer":"é😀"}"""));

        Assert.Equal("""{"issuer":"é😀"}""", await GetAsync(server.Address));
        Assert.StartsWith("GET /document HTTP/1.1", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("201 Created")]
    [InlineData("204 No Content")]
    [InlineData("400 Bad Request")]
    [InlineData("401 Unauthorized")]
    [InlineData("404 Not Found")]
    [InlineData("429 Too Many Requests")]
    [InlineData("500 Internal Server Error")]
    [InlineData("503 Service Unavailable")]
    public async Task Any_other_answer_than_200_is_an_outage_that_names_it(string status)
    {
        await using var server = LoopbackServer.Answering([], status);

        OutageException outage = await OutageAsync(server.Address);

        Assert.Equal($"{server.Address} answered {status[..3]}.", outage.Message);
        Assert.Equal(status[..3], $"{(int?)Assert.IsType<HttpRequestException>(outage.InnerException).StatusCode}");
    }

    [Theory]
    [InlineData("301 Moved Permanently")]
    [InlineData("302 Found")]
    [InlineData("307 Temporary Redirect")]
    [InlineData("308 Permanent Redirect")]
    public async Task A_redirect_is_not_followed(string status)
    {
        await using var elsewhere = LoopbackServer.Answering("{}"u8.ToArray());
        await using var server = LoopbackServer.Answering([], status, $"Location: {elsewhere.Address}");

        await OutageAsync(server.Address);

        Assert.Single(server.Requests);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task A_document_has_150_000_bytes_at_most()
    {
        await using var longest = LoopbackServer.Answering(new byte[150_000]);
        await using var longer = LoopbackServer.Answering(new byte[150_001]);

        Assert.Equal(150_000, (await GetAsync(longest.Address)).Length);
        Assert.Equal($"{longer.Address} could not be read.", (await OutageAsync(longer.Address)).Message);
    }

    [Fact]
    public async Task The_limit_holds_where_no_length_is_announced()
    {
        string chunks = string.Concat(Enumerable.Repeat($"1000\r\n{new string('a', 4096)}\r\n", 37));
        await using var server = LoopbackServer.AnsweringExactly(
            $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}0\r\n\r\n");

        Assert.Equal($"{server.Address} could not be read.", (await OutageAsync(server.Address)).Message);
    }

    [Fact]
    public async Task Headers_have_16_kilobytes_at_most()
    {
        await using var server = LoopbackServer.Answering("{}"u8.ToArray(), header: $"X-Long: {new string('a', 17_000)}");

        await OutageAsync(server.Address);
    }

    [Theory]
    [InlineData(new byte[] { (byte)'"', 0xff, (byte)'"' })]
    [InlineData(new byte[] { 0xc3 })]
    [InlineData(new byte[] { 0xed, 0xa0, 0x80 })]
    public async Task A_document_that_is_no_UTF8_is_an_outage(byte[] body)
    {
        await using var server = LoopbackServer.Answering(body);

        Assert.Equal($"{server.Address} could not be read.", (await OutageAsync(server.Address)).Message);
    }

    [Fact]
    public async Task A_document_cut_short_is_an_outage()
    {
        await using var server = LoopbackServer.AnsweringExactly("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{}");

        await OutageAsync(server.Address);
    }

    [Fact]
    public async Task No_cookie_is_kept()
    {
        await using var server = LoopbackServer.Answering("{}"u8.ToArray(), header: "Set-Cookie: a=b");

        await GetAsync(server.Address);
        await GetAsync(server.Address);

        Assert.All(server.Requests, request => Assert.DoesNotContain("Cookie", request, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Nobody_listening_is_an_outage()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        string address = $"http://{listener.LocalEndpoint}/";
        listener.Stop();

        Assert.Equal($"{address} could not be read: there is no connection.", (await OutageAsync(address)).Message);
    }

    [Fact]
    public async Task An_issuer_that_never_answers_is_an_outage_once_the_caller_gives_up()
    {
        await using var server = LoopbackServer.NeverAnswering();
        using var patience = new CancellationTokenSource();
        Task<string> waiting = _documents.GetDocumentAsync(server.Address, patience.Token);
        await server.Asked.Task;

        await patience.CancelAsync();

        OutageException outage = await Assert.ThrowsAsync<OutageException>(() => waiting);
        Assert.Equal($"{server.Address} did not answer in time.", outage.Message);
    }

    private Task<string> GetAsync(string address) => _documents.GetDocumentAsync(address, CancellationToken.None);

    private async Task<OutageException> OutageAsync(string address)
    {
        OutageException outage = await Assert.ThrowsAsync<OutageException>(() => GetAsync(address));
        Assert.Equal("issuer_unreachable", outage.Code);
        return outage;
    }
}
