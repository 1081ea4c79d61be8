using Amazon.Runtime;

namespace Authorizers.DynamoDb;

/// <summary>What the SDK throws, in words for the operator: a code of DynamoDB's, or why nobody answered.</summary>
internal static class TableProblem
{
    public static string Of(Exception exception) => (exception as AmazonServiceException)?.ErrorCode switch
    {
        "ResourceNotFoundException" => "is not there: check its name and region (ResourceNotFoundException)",
        "MissingAuthenticationTokenException" =>
            "wants credentials: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set (MissingAuthenticationTokenException)",
        { Length: > 0 } code => $"answered {code}",
        _ => $"could not be asked: {exception.GetBaseException().Message.ReplaceLineEndings(" ").TrimEnd('.')}",
    };
}
