namespace Authorizers.Lambda.Tests.Runtime;

/// <summary>Bytes of responses, good and bad, each under what it shows.</summary>
internal static class SampleResponses
{
    private const string Length = "HTTP/1.1 200 OK\r\nContent-Length: ";
    private const string Chunked = "HTTP/1.1 200 OK\r\nX-First: f\r\nTransfer-Encoding: chunked\r\nX-Last: l\r\n\r\n";
    private const string Letters = "0123456789abcdefghijklmnopqr";
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-Last: l\r\n\r\nok";

    /// <summary>Every byte, and each text that delimits something.</summary>
    public static string EveryByte { get; } =
        Wire.Text([.. Enumerable.Range(0, 256).Select(value => (byte)value)]) + "\r\n\r\n0\r\n\r\nHTTP/1.1";

    /// <summary>Bytes and the body read from them, by what they show.</summary>
    public static Dictionary<string, (string Bytes, string Body)> Good { get; } = new()
    {
        ["a length"] = ("HTTP/1.1 200 OK\r\nX-First: f\r\nContent-Length: 5\r\n\r\nhello", "hello"),
        ["a length of zero"] = ($"{Length}0\r\n\r\n", ""),
        ["a length with zeros before it"] = ($"{Length}0000000000005\r\n\r\nhello", "hello"),
        ["a length without white space"] = ("HTTP/1.1 200 OK\r\nContent-Length:5\r\n\r\nhello", "hello"),
        ["a length between white space"] = ($"{Length}\t5 \t\r\n\r\nhello", "hello"),
        ["a length in other letters"] = ("HTTP/1.1 200 OK\r\ncontent-LENGTH: 5\r\n\r\nhello", "hello"),
        ["any bytes"] = ($"{Length}{EveryByte.Length}\r\n\r\n{EveryByte}", EveryByte),
        ["one chunk"] = ($"{Chunked}5\r\nhello\r\n0\r\n\r\n", "hello"),
        ["several chunks"] = ($"{Chunked}1\r\nh\r\n3\r\nell\r\n1\r\no\r\n0\r\n\r\n", "hello"),
        ["no chunk"] = ($"{Chunked}0\r\n\r\n", ""),
        ["a chunk's length in capitals"] = ($"{Chunked}1C\r\n{Letters}\r\n0\r\n\r\n", Letters),
        ["a chunk's length in small letters"] = ($"{Chunked}1c\r\n{Letters}\r\n0\r\n\r\n", Letters),
        ["a chunk's length with zeros before it"] = ($"{Chunked}000000000005\r\nhello\r\n000\r\n\r\n", "hello"),
        ["chunk extensions"] = ($"{Chunked}5;a=1;b=\"2\"\r\nhello\r\n0;last\r\n\r\n", "hello"),
        ["a space before a chunk extension"] = ($"{Chunked}5 ;a=1\r\nhello\r\n0\r\n\r\n", "hello"),
        ["trailers"] = ($"{Chunked}5\r\nhello\r\n0\r\nX-One: 1\r\nX-Two: 2\r\n\r\n", "hello"),
        ["chunks of any bytes"] = ($"{Chunked}{EveryByte.Length:x}\r\n{EveryByte}\r\n0\r\n\r\n", EveryByte),
        ["a coding in other letters"] =
            ("HTTP/1.1 200 OK\r\ntransfer-encoding: Chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", "hello"),
        ["chunks despite a length"] =
            ($"{Length}3\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", "hello"),
        ["a body up to the end"] = ("HTTP/1.1 200 OK\r\nX-Last: l\r\n\r\nhello", "hello"),
        ["any bytes up to the end"] = ($"HTTP/1.0 200 OK\r\nX-Last: l\r\n\r\n{EveryByte}", EveryByte),
        ["no body before the end"] = ("HTTP/1.1 200 OK\r\nX-Last: l\r\n\r\n", ""),
        ["no header"] = ("HTTP/1.1 200 OK\r\n\r\nhello", "hello"),
        ["no content"] = ("HTTP/1.1 204 No Content\r\nX-Last: l\r\n\r\n", ""),
        ["no content despite a length"] = ("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n", ""),
        ["not modified"] = ("HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n", ""),
        ["an interim response without headers"] = ($"HTTP/1.1 100 Continue\r\n\r\n{Ok}", "ok"),
        ["an interim response with headers"] =
            ($"HTTP/1.1 103 Early Hints\r\nX-First: no\r\nContent-Length: 9\r\n\r\n{Ok}", "ok"),
        ["two interim responses"] =
            ($"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nX-First: no\r\n\r\n{Ok}", "ok"),
    };

    /// <summary>Bytes and part of what is said of them, by what is wrong with them.</summary>
    public static Dictionary<string, (string Bytes, string Said)> Bad { get; } = new()
    {
        ["a negative length"] = ($"{Length}-1\r\n\r\n", "a length that is malformed"),
        ["a signed length"] = ($"{Length}+5\r\n\r\nhello", "a length that is malformed"),
        ["a length in words"] = ($"{Length}five\r\n\r\nhello", "a length that is malformed"),
        ["a length with more behind it"] = ($"{Length}5x\r\n\r\nhello", "a length that is malformed"),
        ["a fraction of a length"] = ($"{Length}5.0\r\n\r\nhello", "a length that is malformed"),
        ["two lengths in one"] = ($"{Length}5, 5\r\n\r\nhello", "a length that is malformed"),
        ["a length in hexadecimal"] = ($"{Length}0x5\r\n\r\nhello", "a length that is malformed"),
        ["a length over 32 bits"] = ($"{Length}4294967301\r\n\r\nhello", "a length that is malformed"),
        ["a length over 64 bits"] = ($"{Length}99999999999999999999\r\n\r\nhello", "a length that is malformed"),
        ["an end in the status line"] = ("HTTP/1.1 20", "in the middle of a response"),
        ["an end in a header"] = ("HTTP/1.1 200 OK\r\nContent-Le", "in the middle of a response"),
        ["an end before the empty line"] = ($"{Length}5\r\n", "in the middle of a response"),
        ["an end in the body"] = ($"{Length}5\r\n\r\nhell", "in the middle of a response"),
        ["an end before the body"] = ($"{Length}5\r\n\r\n", "in the middle of a response"),
        ["an end after an interim response"] = ("HTTP/1.1 100 Continue\r\n\r\n", "in the middle of a response"),
        ["an end before a chunk"] = (Chunked, "in the middle of a response"),
        ["an end in a chunk"] = ($"{Chunked}5\r\nhel", "in the middle of a response"),
        ["an end after a chunk"] = ($"{Chunked}5\r\nhello\r\n", "in the middle of a response"),
        ["an end in the trailers"] = ($"{Chunked}0\r\nX-One: 1\r\n", "in the middle of a response"),
        ["a chunk longer than it says"] = ($"{Chunked}4\r\nhello\r\n0\r\n\r\n", "a chunk longer than it said"),
        ["a chunk much longer than it says"] = ($"{Chunked}1\r\n{new string('x', 2000)}\r\n0\r\n\r\n", "of over 1024 bytes"),
        ["a chunk shorter than it says"] = ($"{Chunked}6\r\nhello\r\n0\r\n\r\n", "a chunk longer than it said"),
        ["a chunk without a length"] = ($"{Chunked}\r\nhello\r\n0\r\n\r\n", "a length that is malformed"),
        ["a chunk of an extension alone"] = ($"{Chunked};a=1\r\nhello\r\n0\r\n\r\n", "a length that is malformed"),
        ["a chunk with a negative length"] = ($"{Chunked}-5\r\nhello\r\n0\r\n\r\n", "a length that is malformed"),
        ["a chunk with a length in words"] = ($"{Chunked}five\r\nhello\r\n0\r\n\r\n", "a length that is malformed"),
        ["a chunk with a prefixed length"] = ($"{Chunked}0x5\r\nhello\r\n0\r\n\r\n", "a length that is malformed"),
        ["a chunk with a length over 32 bits"] = ($"{Chunked}100000005\r\nhello\r\n0\r\n\r\n", "a length that is malformed"),
        ["a chunk line without an end"] = ($"{Chunked}5;{new string('x', 2000)}", "of over 1024 bytes"),
        ["another coding"] =
            ("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", "coding other than chunked"),
        ["no HTTP"] = ("{\"message\":\"hello\"}\r\n\r\n", "not HTTP/1.1"),
        ["no HTTP before an end"] = ("SSH-2.0-OpenSSH", "in the middle of a response"),
        ["line feeds alone"] = ("HTTP/1.1 200 OK\nContent-Length: 5\n\nhello", "in the middle of a response"),
        ["a line feed alone in the status line"] = ("HTTP/1.1 200\nContent-Length: 5\r\n\r\nhello", "not HTTP/1.1"),
    };
}
