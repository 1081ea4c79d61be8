using Authorizers.Lambda.Runtime;

namespace Authorizers.Lambda.Tests.Runtime;

/// <summary>What a reader made of one response.</summary>
/// <param name="Status">The status code.</param>
/// <param name="First">The value of the header X-First.</param>
/// <param name="Last">The value of the header X-Last.</param>
/// <param name="Body">One letter a byte.</param>
internal sealed record ReadResponse(int Status, string First, string Last, string Body)
{
    /// <summary>All responses on a connection on which these bytes arrive at once.</summary>
    public static IReadOnlyList<ReadResponse> All(string bytes) => All([Wire.Bytes(bytes)]);

    /// <summary>All responses on a connection on which these pieces arrive.</summary>
    public static IReadOnlyList<ReadResponse> All(IEnumerable<byte[]> pieces)
    {
        using var stream = new PieceStream(pieces);
        var reader = new HttpResponseReader(stream);
        List<ReadResponse> responses = [];
        while (reader.TryRead())
        {
            responses.Add(Current(reader));
        }

        return responses;
    }

    /// <summary>The one response that these bytes are.</summary>
    public static ReadResponse One(string bytes) => Assert.Single(All(bytes));

    /// <summary>What is said of bytes that are no response.</summary>
    public static string Refusal(string bytes) => Refusal([Wire.Bytes(bytes)]);

    /// <summary>What is said of pieces that are no response.</summary>
    public static string Refusal(IEnumerable<byte[]> pieces) => Assert.Throws<RuntimeApiException>(() => All(pieces)).Message;

    private static ReadResponse Current(HttpResponseReader reader)
    {
        HttpResponseHead head = reader.Head;
        return new ReadResponse(
            head.Status, Wire.Text(head.Header("X-First"u8)), Wire.Text(head.Header("X-Last"u8)), Wire.Text(reader.Body.Span));
    }
}
