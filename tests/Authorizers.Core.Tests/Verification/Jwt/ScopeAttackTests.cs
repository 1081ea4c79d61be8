using System.Text.Json.Nodes;
using Authorizers.Core.Decisions;
using Authorizers.Core.Verification;

namespace Authorizers.Core.Tests.Verification.Jwt;

/// <summary>Scopes that hold the one that is asked for, without being it.</summary>
public sealed class ScopeAttackTests
{
    private readonly RouteTable _routes = new([Some.Rule("GET /orders", "orders:read")]);

    [Theory]
    [InlineData("\"orders:read\"", true)]
    [InlineData("\"openid orders:read\"", true)]
    [InlineData("[\"orders:read\"]", true)]
    [InlineData("\"orders:readwrite\"", false)]
    [InlineData("\"my-orders:read\"", false)]
    [InlineData("\"Orders:Read\"", false)]
    [InlineData("\"openid\\torders:read\"", false)]
    [InlineData("\"openid\\norders:read\"", false)]
    [InlineData("\"openid\\u00a0orders:read\"", false)]
    [InlineData("\"openid,orders:read\"", false)]
    [InlineData("\"orders:*\"", false)]
    [InlineData("[\"openid orders:read\"]", false)]
    [InlineData("[\"orders:read \"]", false)]
    public async Task A_scope_is_held_whole_or_not_at_all(string scope, bool held)
    {
        string token = Some.Token(claims => claims["scope"] = JsonNode.Parse(scope));

        VerificationResult result = await new AttackedVerifier().VerifyAsync(Some.Bearer(token));
        Decision decision = _routes.Decide(result, Some.Request("GET/orders"), new StoppedClock());

        Assert.Equal(held, decision is Decision.Allowed { Reason: null });
        Assert.Equal(held ? null : "not_granted", (decision as Decision.Denied)?.Reason.Code);
    }
}
