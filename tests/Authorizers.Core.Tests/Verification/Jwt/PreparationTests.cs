using Authorizers.Core.Configuration;
using Authorizers.Core.Decisions;
using Authorizers.Core.Responses;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Jwt;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Verification.Jwt;

/// <summary>Several issuers during INIT.</summary>
public sealed class PreparationTests
{
    private const string Slow = "https://slow.example/keys";
    private const string Quick = "https://quick.example/keys";

    private static readonly string Published = Some.KeySetText(The.P256.Jwk());

    private readonly StoppedClock _clock = new();
    private readonly FakeDocuments _documents = new();
    private readonly List<string> _warnings = [];

    [Fact]
    public async Task All_are_asked_before_the_first_has_answered()
    {
        TaskCompletionSource<string> slow = _documents.Hold(Slow);
        TaskCompletionSource<string> quick = _documents.Hold(Quick);

        Task preparation = PrepareAsync();

        Assert.Equal([Slow, Quick], _documents.Asked);
        quick.SetResult(Published);
        Assert.False(preparation.IsCompleted);
        slow.SetResult(Published);
        await preparation;
        Assert.Empty(_warnings);
    }

    [Fact]
    public async Task One_that_fails_does_not_hurt_another()
    {
        _documents.Fail(Slow);
        _documents.Serve(Quick, Published);

        await PrepareAsync();

        Assert.Equal([$"issuer_unreachable: {Slow} is down."], _warnings);
        Assert.Equal([Slow, Quick], _documents.Asked);
    }

    [Fact]
    public async Task None_is_waited_for_beyond_the_deadline()
    {
        _documents.Hold(Slow);
        _documents.Serve(Quick, Published);
        Task preparation = PrepareAsync(seconds: 1);

        _clock.Advance(TimeSpan.FromSeconds(1));

        await preparation;
        Assert.StartsWith("deadline_exceeded: ", Assert.Single(_warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_together_take_no_longer_than_one()
    {
        _documents.Hold(Slow);
        _documents.Hold(Quick);
        Task preparation = PrepareAsync(seconds: 8);

        _clock.Advance(TimeSpan.FromSeconds(3));

        await preparation;
        Assert.Equal(2, _warnings.Count);
    }

    private async Task PrepareAsync(double seconds = 8)
    {
        IssuerConfiguration[] issuers = [At(Slow), At(Quick)];
        var configuration = new AuthorizerConfiguration
        {
            Issuers = issuers,
            ClockSkew = The.ClockSkew,
            Routes = new RouteTable([]),
            OnUnauthenticated = OnUnauthenticated.Throw,
        };
        TrustedIssuer[] trusted =
            [.. issuers.Select(issuer => new TrustedIssuer(issuer, new FetchedKeys(issuer, _documents, _clock, _warnings.Add)))];
        using var deadline = new Deadline(_clock, _clock.GetUtcNow().AddSeconds(seconds));
        await new JwtVerifier(configuration, trusted, _clock, _warnings.Add).PrepareAsync(deadline);
    }

    private static IssuerConfiguration At(string address) =>
        new() { Issuer = address, Audiences = [The.Audience], JwksUri = address };
}
