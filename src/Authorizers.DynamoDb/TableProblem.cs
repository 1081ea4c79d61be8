using System.Globalization;
using Amazon.Runtime;

namespace Authorizers.DynamoDb;

/// <summary>
/// What the SDK throws, in words for the operator: a code of DynamoDB's, or why nobody answered. Never a stack, and nothing of an
/// answer: a record may stand in it.
/// </summary>
public static class TableProblem
{
    /// <summary>What goes on after "The table"; null for what is no failure of it.</summary>
    public static string? Of(Exception exception) => exception switch
    {
        OperationCanceledException or TimeoutException => "did not answer in time",
        AmazonUnmarshallingException => "gave an answer that cannot be read",
        AmazonServiceException { ErrorCode: "ResourceNotFoundException" } =>
            "is not there: check its name and region (ResourceNotFoundException)",
        AmazonServiceException { ErrorCode: "MissingAuthenticationTokenException" } =>
            "wants credentials: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set (MissingAuthenticationTokenException)",
        AmazonServiceException { ErrorCode: { Length: > 0 } code } => $"answered {code}",
        AmazonServiceException { InnerException: HttpRequestException inner } => Unreachable(inner),
        AmazonServiceException e when (int)e.StatusCode > 0 =>
            string.Create(CultureInfo.InvariantCulture, $"answered with status {(int)e.StatusCode}"),
        AmazonClientException or HttpRequestException or HttpIOException => Unreachable(exception),
        _ => null,
    };

    private static string Unreachable(Exception exception)
    {
        string reason = exception.GetBaseException().Message.Split('\n')[0].Split(". ")[0].TrimEnd('.', '\r', ' ');
        return $"could not be asked: {reason}";
    }
}
