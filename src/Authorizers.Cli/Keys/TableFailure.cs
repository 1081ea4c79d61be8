using System.Globalization;
using Amazon.Runtime;

namespace Authorizers.Cli.Keys;

/// <summary>What the SDK throws, in words: a code where there is one, and never a stack.</summary>
internal static class TableFailure
{
    /// <summary>What the table did; null for what is no failure of it.</summary>
    public static string? Of(Exception exception, CancellationToken cancel) => exception switch
    {
        OperationCanceledException when cancel.IsCancellationRequested => null,
        OperationCanceledException or TimeoutException => "did not answer in time",
        AmazonServiceException { ErrorCode: "ResourceNotFoundException" } =>
            "is not there: see --table and --region, or keys create-table (ResourceNotFoundException)",
        AmazonServiceException { ErrorCode: { Length: > 0 } code } => $"answered {KeyText.Readable(code)}",
        AmazonServiceException { InnerException: HttpRequestException inner } => Unreachable(inner),
        AmazonServiceException e when (int)e.StatusCode > 0 =>
            string.Create(CultureInfo.InvariantCulture, $"answered with status {(int)e.StatusCode}"),
        AmazonClientException or HttpRequestException or HttpIOException => Unreachable(exception),
        _ => null,
    };

    private static string Unreachable(Exception exception)
    {
        string reason = exception.GetBaseException().Message.Split('\n')[0].Split(". ")[0].TrimEnd('.', '\r', ' ');
        return $"could not be asked: {KeyText.Readable(reason)}";
    }
}
