using Authorizers.Core.Verification;

namespace Authorizers.Core.Tests.Verification;

public sealed class VerificationResultTests
{
    [Fact]
    public void A_result_that_nobody_filled_in_refuses()
    {
        VerificationResult result = default;

        Assert.False(result.Succeeded);
        Assert.Null(result.Principal);
        Assert.Equal("credential_missing", result.Rejection.Code);
        Assert.Equal(default, result.Evidence);
    }

    [Fact]
    public void A_rejection_refuses()
    {
        var result = new VerificationResult(Rejection.TokenExpired, new Evidence(The.Issuer, "key"));

        Assert.False(result.Succeeded);
        Assert.Same(Rejection.TokenExpired, result.Rejection);
        Assert.Equal(new Evidence(The.Issuer, "key"), result.Evidence);
    }

    [Fact]
    public void A_principal_succeeds() => Assert.True(new VerificationResult(Some.Principal(), default).Succeeded);
}
