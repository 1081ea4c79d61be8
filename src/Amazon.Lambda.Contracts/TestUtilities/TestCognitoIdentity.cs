using Amazon.Lambda.Core;

namespace Amazon.Lambda.TestUtilities;

/// <summary>Both members null until a test sets them.</summary>
public class TestCognitoIdentity : ICognitoIdentity
{
    public string IdentityId { get; set; }

    public string IdentityPoolId { get; set; }
}
