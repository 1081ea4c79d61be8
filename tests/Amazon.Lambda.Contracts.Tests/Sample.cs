namespace Amazon.Lambda.Contracts.Tests;

/// <summary>One member for each of the serializer's converters, and one for its naming policy.</summary>
internal sealed class Sample
{
    public DateTime? Date { get; set; }

    public byte[]? Bytes { get; set; }

    public MemoryStream? Stream { get; set; }

    public Amazon.S3.EventType? Constant { get; set; }

    public string? XAmzId2 { get; set; }

    public string? XAmzRequestId { get; set; }

    public string? CamelCase { get; set; }
}
