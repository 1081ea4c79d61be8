using Authorizers.Core.Verification;

namespace Authorizers.Core.Tests.Verification;

public sealed class OutboundFailureTests
{
    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, "could not be read: its host has no address")]
    [InlineData(HttpRequestError.ConnectionError, "could not be read: there is no connection")]
    [InlineData(HttpRequestError.ProxyTunnelError, "could not be read: the proxy opens no way")]
    [InlineData(HttpRequestError.SecureConnectionError, "could not be read: TLS failed")]
    [InlineData(HttpRequestError.ResponseEnded, "could not be read")]
    public void A_failure_is_named_by_its_kind_and_never_by_the_text_of_the_platform(HttpRequestError error, string expected) =>
        Assert.Equal(expected, OutboundFailure.Describe(new HttpRequestException(error, "secret"), "could not be read"));

    [Fact]
    public void What_took_too_long_did_not_answer_in_time() =>
        Assert.Equal("did not answer in time", OutboundFailure.Describe(new TaskCanceledException(), "could not be read"));
}
