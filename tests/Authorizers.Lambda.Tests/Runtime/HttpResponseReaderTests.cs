namespace Authorizers.Lambda.Tests.Runtime;

/// <summary>What is read of a connection, RFC 9112 sections 6 and 7.</summary>
public sealed class HttpResponseReaderTests
{
    public static TheoryData<string> Good => [.. SampleResponses.Good.Keys];

    public static TheoryData<string> Bad => [.. SampleResponses.Bad.Keys];

    [Theory]
    [MemberData(nameof(Good))]
    public void A_response_gives_its_body(string sample)
    {
        (string bytes, string body) = SampleResponses.Good[sample];

        Assert.Equal(body, ReadResponse.One(bytes).Body);
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void A_response_is_the_same_however_it_arrives(string sample)
    {
        string bytes = SampleResponses.Good[sample].Bytes;
        ReadResponse whole = ReadResponse.One(bytes);

        Assert.All(Wire.Splits(Wire.Bytes(bytes)), pieces => Assert.Equal(whole, Assert.Single(ReadResponse.All(pieces))));
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_is_no_response_is_refused(string sample)
    {
        (string bytes, string said) = SampleResponses.Bad[sample];

        Assert.Contains(said, ReadResponse.Refusal(bytes));
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_is_no_response_is_refused_however_it_arrives(string sample)
    {
        (string bytes, string said) = SampleResponses.Bad[sample];

        Assert.All(Wire.Splits(Wire.Bytes(bytes)), pieces => Assert.Contains(said, ReadResponse.Refusal(pieces)));
    }

    [Fact]
    public void The_head_is_that_of_the_final_response() => Assert.Equal(
        new ReadResponse(202, "first", "last", ""),
        ReadResponse.One("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nX-First: early\r\n\r\n"
            + "HTTP/1.1 202 Accepted\r\nX-First: first\r\nContent-Length: 0\r\nX-Last: last\r\n\r\n"));

    [Fact]
    public void A_connection_that_ends_before_a_response_is_no_failure() => Assert.Empty(ReadResponse.All(""));

    [Fact]
    public void Responses_that_arrive_together_stay_apart()
    {
        List<(string Bytes, string Body)> samples = [.. SampleResponses.Good.Values.Where(sample => !IsUpToTheEnd(sample.Bytes))];

        Assert.Equal(
            samples.Select(sample => sample.Body),
            ReadResponse.All(string.Concat(samples.Select(sample => sample.Bytes))).Select(response => response.Body));
    }

    [Fact]
    public void Two_responses_stay_apart_however_they_arrive()
    {
        const string Bytes = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n0\r\n\r\n"
            + "HTTP/1.1 202 Accepted\r\nContent-Length: 3\r\nX-Last: l\r\n\r\ntwo";

        Assert.All(Wire.Splits(Wire.Bytes(Bytes)), pieces => Assert.Equal(
            [new ReadResponse(200, "", "", "one"), new ReadResponse(202, "", "l", "two")], ReadResponse.All(pieces)));
    }

    [Fact]
    public void A_large_body_leaves_nothing_in_the_small_one_after_it()
    {
        string large = new('x', 1_000_000);
        byte[] bytes = Wire.Bytes(Response(large) + Response("small") + Response(large));

        Assert.Equal([large, "small", large], ReadResponse.All(bytes.Chunk(50_000)).Select(response => response.Body));
    }

    [Fact]
    public void Sixteen_interim_responses_are_waited_out_and_no_more()
    {
        string interim = string.Concat(Enumerable.Repeat("HTTP/1.1 100 Continue\r\n\r\n", 16));

        Assert.Equal("small", ReadResponse.One(interim + Response("small")).Body);
        Assert.Contains("no final one", ReadResponse.Refusal($"{interim}HTTP/1.1 100 Continue\r\n\r\n{Response("small")}"));
    }

    [Fact]
    public void Sixteen_trailers_are_read_over_and_no_more()
    {
        const string Chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nsmall\r\n0\r\n";
        string trailers = string.Concat(Enumerable.Repeat("X-Last: l\r\n", 16));

        Assert.Equal("small", ReadResponse.One($"{Chunked}{trailers}\r\n").Body);
        Assert.Contains("too many trailers", ReadResponse.Refusal($"{Chunked}{trailers}X-Last: l\r\n\r\n"));
    }

    private static bool IsUpToTheEnd(string bytes) =>
        !bytes.Contains("Length", StringComparison.OrdinalIgnoreCase)
        && !bytes.Contains("chunked", StringComparison.OrdinalIgnoreCase)
        && !bytes.Contains(" 204 ", StringComparison.Ordinal);

    private static string Response(string body) => $"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n\r\n{body}";
}
