namespace Authorizers.Lambda.Records;

/// <summary>
/// Tells CloudWatch which members of a record are metrics and by what they are counted (embedded metric format).
/// </summary>
internal static class MetricDirective
{
    public static ReadOnlySpan<byte> WithoutCode => """
        [{"Namespace":"Authorizers","Dimensions":[["function","outcome"]],"Metrics":[{"Name":"Decisions","Unit":"Count"},{"Name":"DurationMs","Unit":"Milliseconds"}]}]
        """u8;

    public static ReadOnlySpan<byte> WithCode => """
        [{"Namespace":"Authorizers","Dimensions":[["function","outcome"],["function","outcome","code"]],"Metrics":[{"Name":"Decisions","Unit":"Count"},{"Name":"DurationMs","Unit":"Milliseconds"}]}]
        """u8;
}
