using System.Text;

namespace Authorizers.EndToEnd.Tests;

/// <summary>The binary against a Runtime API that speaks HTTP as it likes.</summary>
public sealed class WireTests(PublishedBinaries binaries)
{
    private const string Next = "GET /2018-06-01/runtime/invocation/next HTTP/1.1";
    private const string Response = "POST /2018-06-01/runtime/invocation/1/response HTTP/1.1";
    private const string Accepted = "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n";

    private static readonly string Event = The.Event("allowed");

    private static string WithLength => $"{RawRuntimeApi.NextHead}content-length: {Encoding.UTF8.GetByteCount(Event)}\r\n\r\n{Event}";

    private static string InChunks =>
        $"{RawRuntimeApi.NextHead}Transfer-Encoding: chunked\r\n\r\n{Chunk(Event[..100])}{Chunk(Event[100..])}0\r\nTrailer: x\r\n\r\n";

    [Fact]
    public async Task Bodies_come_with_a_length_or_in_chunks_whole_or_byte_by_byte_and_after_interim_responses()
    {
        using var api = new RawRuntimeApi(await binaries.TokenAsync());
        api.Accept();
        foreach (string answer in new[] { WithLength, InChunks, "HTTP/1.1 100 Continue\r\n\r\n" + InChunks })
        {
            Assert.Equal(Next, api.Receive());
            api.Send(answer);
            Assert.Equal(Response, api.Receive());
            api.SendByteByByte(Accepted);

            Assert.Equal(Next, api.Receive());
            api.SendByteByByte(answer);
            Assert.Equal(Response, api.Receive());
            api.Send(Accepted);
        }
    }

    [Fact]
    public async Task A_response_that_stalls_is_waited_for()
    {
        using var api = new RawRuntimeApi(await binaries.TokenAsync());
        api.Accept();
        Assert.Equal(Next, api.Receive());
        api.Send(WithLength[..80]);
        Assert.True(api.IsSilent());
        api.Send(WithLength[80..^1]);
        Assert.True(api.IsSilent());

        api.Send(WithLength[^1..]);

        Assert.Equal(Response, api.Receive());
    }

    [Fact]
    public async Task A_connection_that_is_closed_between_invocations_is_opened_again()
    {
        using var api = new RawRuntimeApi(await binaries.TokenAsync());
        for (int invocation = 0; invocation < 3; invocation++)
        {
            api.Accept();
            Assert.Equal(Next, api.Receive());
            api.Send(WithLength);
            Assert.Equal(Response, api.Receive());
            api.Send(Accepted);
            api.Close();
        }

        api.Accept();
        Assert.Equal(Next, api.Receive());
    }

    [Fact]
    public async Task A_connection_that_dies_in_the_middle_of_a_response_ends_the_process()
    {
        using var api = new RawRuntimeApi(await binaries.TokenAsync());
        api.Accept();
        Assert.Equal(Next, api.Receive());
        api.Send(WithLength[..^10]);

        api.Close();

        Assert.Equal(1, api.ExitCode());
    }

    private static string Chunk(string text) => $"{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n";
}
