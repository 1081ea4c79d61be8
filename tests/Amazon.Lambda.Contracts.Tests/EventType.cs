namespace Amazon.S3;

/// <summary>The shape of the AWS SDK's string-like classes, under one of the three names the serializer knows.</summary>
internal sealed class EventType(string value)
{
    public override string ToString() => value;
}
