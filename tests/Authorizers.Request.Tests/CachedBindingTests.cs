namespace Authorizers.Request.Tests;

/// <summary>What API Gateway keeps, it gives to whoever sends the same values of the identity sources.</summary>
public sealed class CachedBindingTests
{
    [Theory]
    [InlineData("rest-certificate-bound", null)]
    [InlineData("rest-certificate-bound-kept-by-certificate", null)]
    [InlineData("rest-certificate-bound-kept-by-token", "binding_missing")]
    [InlineData("rest-certificate-bound-kept-by-subject", "binding_missing")]
    public async Task A_bound_token_is_refused_where_a_kept_answer_could_reach_another_certificate(string pair, string? code)
    {
        Answer answer = await new EventPair(pair).InvokeAsync();

        Assert.Equal(code, answer.Record().Code);
    }
}
