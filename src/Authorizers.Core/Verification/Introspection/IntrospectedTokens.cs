using System.Diagnostics.CodeAnalysis;
using System.Text;
using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;

namespace Authorizers.Core.Verification.Introspection;

/// <summary>
/// What the issuer says of tokens. Junk cannot drive out what is known of good tokens: active and inactive ones are kept apart.
/// </summary>
internal sealed class IntrospectedTokens : ISharedQuestion<BearerToken, IntrospectionAnswer>
{
    private const int MaxAnswers = 1000;

    /// <summary>In bytes. What is longer serves those who wait for it and is not kept.</summary>
    private const int MaxKeptLength = 16_384;

    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(2);

    private readonly RecentTokens<KeptAnswer> _active = new(MaxAnswers);
    private readonly RecentTokens<KeptAnswer> _inactive = new(MaxAnswers);
    private readonly SharedQuestions<BearerToken, IntrospectionAnswer> _questions;
    private readonly IntrospectionConfiguration _settings;
    private readonly IntrospectionEndpoint _endpoint;
    private readonly TimeProvider _clock;

    public IntrospectedTokens(IntrospectionConfiguration settings, IntrospectionEndpoint endpoint, TimeProvider clock)
    {
        (_settings, _endpoint, _clock) = (settings, endpoint, clock);
        _questions = new(this, RequestTimeout, clock, "the issuer");
    }

    /// <summary>Complete at once when the answer is at hand.</summary>
    /// <exception cref="OutageException">The issuer cannot be asked.</exception>
    public ValueTask<IntrospectionAnswer> AskAsync(BearerToken token, Deadline deadline) =>
        _questions.AskAsync(TokenDigest.Of(token.Text.Span), token, deadline);

    bool ISharedQuestion<BearerToken, IntrospectionAnswer>.TryFind(
        TokenDigest digest, BearerToken subject, DateTimeOffset now, [MaybeNullWhen(false)] out IntrospectionAnswer answer)
    {
        bool found = (_active.TryGet(digest, out KeptAnswer? known) && known.Serves(now))
            || (_inactive.TryGet(digest, out known) && known.Serves(now));
        answer = found ? known!.Answer : null;
        return found;
    }

    Task<IntrospectionAnswer> ISharedQuestion<BearerToken, IntrospectionAnswer>.PutAsync(
        BearerToken subject, CancellationToken cancel) => _endpoint.AskAsync(Encoding.ASCII.GetString(subject.Text.Span), cancel);

    void ISharedQuestion<BearerToken, IntrospectionAnswer>.Keep(
        TokenDigest digest, BearerToken subject, IntrospectionAnswer answer, DateTimeOffset askedAt)
    {
        DateTimeOffset until = askedAt + (answer.IsActive ? _settings.CacheFor : _settings.CacheInactiveFor);
        if (answer.IsActive && answer.Claims.TryGetDate("exp"u8, out DateTimeOffset? expires) && expires < until)
        {
            until = expires.Value;
        }

        if (_clock.GetUtcNow() < until && answer.Length <= MaxKeptLength)
        {
            (answer.IsActive ? _active : _inactive).Set(digest, new KeptAnswer(answer, askedAt, until));
        }
    }

    OutageException ISharedQuestion<BearerToken, IntrospectionAnswer>.Late() =>
        OutageException.IntrospectionUnreachable($"{_settings.Endpoint} did not answer in time.");
}
