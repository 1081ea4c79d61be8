using System.Globalization;
using Authorizers.Core.Configuration;
using Authorizers.Core.Tests.Verification.Keys;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Tests.Verification.Jwt;

/// <summary>Ten thousand tokens with random key ids, and among them those of honest callers.</summary>
public sealed class KeyFloodTests
{
    private const int Tokens = 10_000;

    private static readonly KeyRefresh Documented = new();

    private readonly KeyPublication _issuer = new(Some.Issuer());
    private readonly JwtVerifier _verifier;
    private readonly Random _chance = new(20261120);

    public KeyFloodTests() => _verifier = Some.Verifier(Some.Issuer(), _issuer.Keys, _issuer.Clock);

    [Fact]
    public async Task In_one_moment_they_cause_one_fetch_and_honest_callers_notice_nothing()
    {
        await _issuer.FetchAsync();
        string honest = Some.Token();

        for (int number = 0; number < Tokens; number++)
        {
            Assert.Equal("key_unknown", await VerifyAsync(Junk()));
            Assert.Equal("", await VerifyAsync(honest));
        }

        Assert.Single(_issuer.TakeAsked());
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    public async Task Over_time_they_cause_no_more_fetches_than_documented_and_a_rotation_among_them_is_noticed(int milliseconds)
    {
        await _issuer.FetchAsync();
        string rotated = Some.Token(key: The.OtherP256);
        TimeSpan lateness = TimeSpan.Zero;
        bool noticed = false;

        for (int number = 0; number < Tokens; number++)
        {
            Assert.Equal("key_unknown", await VerifyAsync(Junk()));
            _issuer.Clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
            if (number == Tokens / 2)
            {
                _issuer.Publish(The.P256, The.OtherP256);
            }

            if (number >= Tokens / 2 && !noticed)
            {
                noticed = await VerifyAsync(rotated) == "";
                lateness += noticed ? TimeSpan.Zero : TimeSpan.FromMilliseconds(milliseconds);
            }
        }

        TimeSpan passed = Tokens * TimeSpan.FromMilliseconds(milliseconds);
        Assert.InRange(_issuer.TakeAsked().Count, 4, Documented.UnknownKeyBurst + (int)(passed / Documented.UnknownKeyRefill));
        Assert.True(noticed);
        Assert.InRange(lateness, TimeSpan.Zero, Documented.UnknownKeyRefill);
        Assert.Equal("", await VerifyAsync(rotated));
    }

    [Fact]
    public async Task Repeated_ones_leave_a_rotation_to_be_noticed_at_once()
    {
        await _issuer.FetchAsync();
        string[] junk = [Junk(), Junk(), Junk()];
        for (int number = 0; number < Tokens; number++)
        {
            Assert.Equal("key_unknown", await VerifyAsync(junk[number % junk.Length]));
            _issuer.Clock.Advance(TimeSpan.FromMilliseconds(29));
        }

        Assert.Equal(junk.Length, _issuer.TakeAsked().Count);
        _issuer.Publish(The.P256, The.OtherP256);

        Assert.Equal("", await VerifyAsync(Some.Token(key: The.OtherP256)));
    }

    /// <summary>A token like a genuine one, of a key that nobody has.</summary>
    private string Junk() =>
        Some.Token(spoilHeader: header => header["kid"] = _chance.NextInt64().ToString(CultureInfo.InvariantCulture));

    private async Task<string> VerifyAsync(string token)
    {
        using Deadline deadline = Some.Deadline(_issuer.Clock);
        VerificationResult result = await _verifier.VerifyAsync(Some.Bearer(token), deadline);
        return result.Succeeded ? "" : result.Rejection.Code;
    }
}
