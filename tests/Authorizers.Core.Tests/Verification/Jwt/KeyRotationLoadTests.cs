using System.Collections.Concurrent;
using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Jwt;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Verification.Jwt;

/// <summary>One verifier, many threads, and keys that are replaced all the while.</summary>
public sealed class KeyRotationLoadTests
{
    private const string Address = "https://issuer.example/keys";
    private const int Threads = 32;
    private const int Rotations = 20;

    /// <summary>How many generations of keys are published at the same time.</summary>
    private const int Overlap = 3;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly StoppedClock _clock = new();
    private readonly FakeDocuments _documents = new();
    private readonly SigningKey[] _keys =
        [.. Enumerable.Range(0, Rotations + 1).Select(number => SigningKey.EllipticCurve($"key-{number}", "P-256"))];
    private readonly BearerToken[] _genuine;
    private readonly BearerToken[] _forged;
    private readonly BearerToken[] _junk;
    private readonly ConcurrentQueue<string> _mistakes = new();
    private volatile int _current;
    private volatile bool _over;
    private int _answers;

    public KeyRotationLoadTests()
    {
        _genuine = [.. _keys.Select(key => Token(key, key.Id))];
        _forged = [.. _keys.Select(key => Token(The.P256, key.Id))];
        _junk = [.. Enumerable.Range(0, 4).Select(number => Token(The.P256, $"junk-{number}"))];
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(1000)]
    public async Task No_answer_is_wrong(int verifiedTokens)
    {
        JwtVerifier verifier = Verifier(verifiedTokens);
        Publish(0);
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(seed => new Thread(() => Hammer(verifier, new Random(seed))))];
        Array.ForEach(threads, thread => thread.Start());

        for (int rotation = 1; rotation <= Rotations; rotation++)
        {
            int answers = Volatile.Read(ref _answers);
            Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref _answers) > answers + (2 * Threads), Limit));
            _clock.Freeze(TimeSpan.FromSeconds(10));
            Publish(rotation);
        }

        _over = true;
        Assert.All(threads, thread => Assert.True(thread.Join(Limit)));
        Assert.Empty(_mistakes);
        _clock.Freeze(TimeSpan.FromHours(1));
        Assert.Equal(
            _keys.Select((_, number) => number > Rotations - Overlap ? $"key-{number}" : "key_unknown"),
            await Task.WhenAll(_genuine.Select(token => AnswerAsync(verifier, token))));
    }

    private void Hammer(JwtVerifier verifier, Random chance)
    {
        while (!_over)
        {
            int number = _current;
            int kind = chance.Next(8);
            string answer = kind switch
            {
                0 => Answer(verifier, _junk[chance.Next(_junk.Length)]),
                1 => Answer(verifier, _forged[number]),
                _ => Answer(verifier, _genuine[number]),
            };
            bool wasPublished = _current < number + Overlap;
            bool good = kind switch
            {
                0 => answer == "key_unknown",
                1 => answer == "signature_invalid" || !wasPublished,
                _ => answer == $"key-{number}" || !wasPublished,
            };
            if (!good)
            {
                _mistakes.Enqueue($"{kind} {number}: {answer}");
            }

            Interlocked.Increment(ref _answers);
        }
    }

    private string Answer(JwtVerifier verifier, BearerToken token) => AnswerAsync(verifier, token).GetAwaiter().GetResult();

    /// <summary>The principal, who is called like the key, or the code of the rejection.</summary>
    private async Task<string> AnswerAsync(JwtVerifier verifier, BearerToken token)
    {
        try
        {
            using var deadline = new Deadline(_clock, _clock.GetUtcNow().AddDays(1));
            VerificationResult result = await verifier.VerifyAsync(token, deadline);
            return result.Succeeded ? result.Principal.Id : result.Rejection.Code;
        }
        catch (Exception e)
        {
            return e.ToString();
        }
    }

    /// <summary>The key of that number and those just before it; then it is signed with.</summary>
    private void Publish(int number)
    {
        _documents.ServeLater(Address, Some.KeySetText([.. _keys[Math.Max(0, number - Overlap + 1)..(number + 1)].Select(key => key.Jwk())]));
        _current = number;
    }

    private JwtVerifier Verifier(int verifiedTokens)
    {
        var issuer = new IssuerConfiguration
        {
            Issuer = The.Issuer,
            Audiences = [The.Audience],
            JwksUri = Address,
            Algorithms = [The.Es256],
            KeyRefresh = new KeyRefresh
            {
                RefreshAfter = TimeSpan.FromSeconds(25),
                UnknownKeyBurst = 100,
                UnknownKeyRefill = TimeSpan.FromSeconds(1),
                UnknownKeyInterval = TimeSpan.Zero,
            },
        };
        FetchedKeys keys = new(issuer, _documents, _clock, _mistakes.Enqueue);
        return Some.Verifier(issuer, keys, _clock, verifiedTokens);
    }

    private static BearerToken Token(SigningKey key, string keyId) => Some.Bearer(Some.Token(
        claims =>
        {
            claims["sub"] = keyId;
            claims["exp"] = The.Moment.AddDays(1).ToUnixTimeSeconds();
        },
        header => header["kid"] = keyId,
        key));
}
