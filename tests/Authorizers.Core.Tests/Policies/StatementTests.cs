using Authorizers.Core.Policies;

namespace Authorizers.Core.Tests.Policies;

public sealed class StatementTests
{
    [Fact]
    public void A_statement_that_nobody_filled_in_refuses()
    {
        Assert.Equal(Effect.Deny, new Statement().Effect);
        Assert.Equal(Effect.Deny, default);
    }
}
