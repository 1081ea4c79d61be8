using Authorizers.Lambda.Runtime;

namespace Authorizers.Lambda.Tests.Runtime;

/// <summary>Bytes come out as they went in, whatever pieces they arrived in.</summary>
public sealed class ReceiveBufferTests
{
    [Fact]
    public void Text_up_to_a_delimiter_is_read_however_it_arrives()
    {
        foreach (byte[][] pieces in Wire.Splits("one--two--rest"u8.ToArray()))
        {
            using var stream = new PieceStream(pieces);
            var buffer = new ReceiveBuffer(stream);

            Assert.Equal("one", Wire.Text(buffer.ReadTo("--"u8, limit: 9)));
            Assert.Equal("two", Wire.Text(buffer.ReadTo("--"u8, limit: 9)));
            Assert.True(buffer.HasMore());
        }
    }

    [Fact]
    public void Text_of_exactly_the_limit_is_read_however_it_arrives()
    {
        foreach (byte[][] pieces in Wire.Splits("12345\r\n\r\n"u8.ToArray()))
        {
            using var stream = new PieceStream(pieces);

            Assert.Equal("12345", Wire.Text(new ReceiveBuffer(stream).ReadTo("\r\n\r\n"u8, limit: 5)));
        }
    }

    [Fact]
    public void Text_over_the_limit_is_refused_however_it_arrives()
    {
        foreach (byte[][] pieces in Wire.Splits("123456\r\n\r\n"u8.ToArray()))
        {
            using var stream = new PieceStream(pieces);
            var buffer = new ReceiveBuffer(stream);

            Assert.Throws<RuntimeApiException>(() => buffer.ReadTo("\r\n\r\n"u8, limit: 5).Length);
        }
    }

    [Fact]
    public void Text_without_a_delimiter_is_not_received_far_beyond_the_limit()
    {
        using var stream = new PieceStream(Enumerable.Repeat(new byte[10], 100));
        var buffer = new ReceiveBuffer(stream);

        Assert.Throws<RuntimeApiException>(() => buffer.ReadTo("\r\n"u8, limit: 50).Length);
        Assert.Equal(940, new ReceiveBuffer(stream).ReadToEnd(new byte[2000]));
    }

    [Fact]
    public void Text_that_ends_before_its_delimiter_is_refused()
    {
        using var stream = new PieceStream("12\r"u8.ToArray());
        var buffer = new ReceiveBuffer(stream);

        var refusal = Assert.Throws<RuntimeApiException>(() => buffer.ReadTo("\r\n"u8, limit: 5).Length);

        Assert.Contains("middle of a response", refusal.Message);
    }

    [Fact]
    public void Text_longer_than_the_buffer_makes_it_grow()
    {
        string text = new('x', 100_000);
        using var stream = new PieceStream(Wire.Bytes($"ab\r\n{text}\r\n").Chunk(7_001));
        var buffer = new ReceiveBuffer(stream);

        Assert.Equal("ab", Wire.Text(buffer.ReadTo("\r\n"u8, 100_000)));
        Assert.Equal(text, Wire.Text(buffer.ReadTo("\r\n"u8, 100_000)));
        Assert.False(buffer.HasMore());
    }

    [Fact]
    public void A_number_of_bytes_is_read_partly_from_the_buffer_and_partly_from_the_stream()
    {
        foreach (byte[][] pieces in Wire.Splits("head\r\n0123456789rest"u8.ToArray()))
        {
            using var stream = new PieceStream(pieces);
            var buffer = new ReceiveBuffer(stream);
            byte[] exactly = new byte[10];
            byte[] rest = new byte[9];

            buffer.ReadTo("\r\n"u8, 10);
            buffer.ReadExactly(exactly);

            Assert.Equal("0123456789", Wire.Text(exactly));
            Assert.Equal("rest", Wire.Text(rest.AsSpan(0, buffer.ReadToEnd(rest))));
        }
    }

    [Fact]
    public void Fewer_bytes_than_asked_for_are_refused()
    {
        using var stream = new PieceStream("123"u8.ToArray(), "45"u8.ToArray());
        var buffer = new ReceiveBuffer(stream);

        Assert.Throws<RuntimeApiException>(() => buffer.ReadExactly(new byte[6]));
    }

    [Fact]
    public void Reading_to_the_end_stops_where_the_destination_does()
    {
        using var stream = new PieceStream("123"u8.ToArray(), "456"u8.ToArray());
        var buffer = new ReceiveBuffer(stream);

        Assert.Equal(5, buffer.ReadToEnd(new byte[5]));
        Assert.True(buffer.HasMore());
    }

    [Fact]
    public void A_stream_that_has_ended_has_no_more()
    {
        using var stream = new PieceStream();

        Assert.False(new ReceiveBuffer(stream).HasMore());
    }
}
