using Authorizers.Lambda.Runtime;

namespace Authorizers.Lambda.Tests.Runtime;

/// <summary>Heads of 32 KB and bodies of a little over 6 MB are read; one byte more is not.</summary>
public sealed class HttpResponseLimitTests
{
    private const int Limit = HttpResponseReader.MaxBodyLength;
    private const string Chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    [Theory]
    [InlineData(4)]
    [InlineData(3)]
    [InlineData(2)]
    [InlineData(1)]
    [InlineData(0)]
    public void A_head_of_the_limit_is_read_wherever_its_end_is_split(int missing)
    {
        byte[] bytes = Wire.Bytes(Head(HttpResponseReader.MaxHeadLength));

        Assert.Equal("last", Assert.Single(ReadResponse.All([bytes[..^(missing + 1)], bytes[^(missing + 1)..]])).Last);
    }

    [Fact]
    public void A_head_over_the_limit_is_refused() =>
        Assert.Contains("of over 32768 bytes", ReadResponse.Refusal(Head(HttpResponseReader.MaxHeadLength + 1)));

    [Fact]
    public void A_head_without_an_end_is_refused() =>
        Assert.Contains("of over 32768 bytes", ReadResponse.Refusal($"HTTP/1.1 200 OK\r\nX-First: {new string('x', 1_000_000)}"));

    [Fact]
    public void A_body_of_the_limit_is_read_whatever_says_its_length()
    {
        string body = new('x', Limit);

        Assert.Equal(Limit, ReadResponse.One($"HTTP/1.1 200 OK\r\nContent-Length: {Limit}\r\n\r\n{body}").Body.Length);
        Assert.Equal(Limit, ReadResponse.One($"HTTP/1.1 200 OK\r\nX-First: f\r\n\r\n{body}").Body.Length);
        Assert.Equal(Limit, ReadResponse.One($"{Chunked}1\r\nx\r\n{Limit - 1:x}\r\n{body[1..]}\r\n0\r\n\r\n").Body.Length);
    }

    [Fact]
    public void A_length_over_the_limit_is_refused_before_the_body_arrives() =>
        Assert.Contains("over the limit", ReadResponse.Refusal($"HTTP/1.1 200 OK\r\nContent-Length: {Limit + 1}\r\n\r\n"));

    [Fact]
    public void A_chunk_over_the_limit_is_refused_before_it_arrives() =>
        Assert.Contains("over the limit", ReadResponse.Refusal($"{Chunked}{Limit + 1:x}\r\n"));

    [Fact]
    public void Chunks_over_the_limit_together_are_refused() => Assert.Contains(
        $"a body of over {Limit} bytes",
        ReadResponse.Refusal($"{Chunked}2\r\nxx\r\n{Limit - 1:x}\r\n"));

    [Fact]
    public void A_body_that_goes_on_over_the_limit_is_refused() => Assert.Contains(
        $"a body of over {Limit} bytes",
        ReadResponse.Refusal($"HTTP/1.1 200 OK\r\nX-First: f\r\n\r\n{new string('x', Limit + 1)}"));

    private static string Head(int length)
    {
        const string Start = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-First: ";
        const string End = "\r\nX-Last: last";
        return $"{Start}{new string('x', length - Start.Length - End.Length)}{End}\r\n\r\n";
    }
}
