namespace Amazon.Lambda.Core;

/// <summary>The Cognito identity pool member behind an invocation made with the AWS Mobile SDK.</summary>
public interface ICognitoIdentity
{
    string IdentityId { get; }

    string IdentityPoolId { get; }
}
