using System.Diagnostics.CodeAnalysis;
using System.Text;
using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;

namespace Authorizers.Core.Verification.Introspection;

/// <summary>
/// What the issuer says of tokens, each asked about once at a time: all who wait for the same token share one request, which
/// none of them can cancel for the others. An answer counts from the moment of the question, since a sandbox may be frozen
/// between the two. Junk cannot drive out what is known of good tokens: active and inactive ones are kept apart.
/// </summary>
internal sealed class IntrospectedTokens(IntrospectionConfiguration settings, IntrospectionEndpoint endpoint, TimeProvider clock)
{
    private const int MaxAnswers = 1000;

    /// <summary>In bytes. What is longer serves those who wait for it and is not kept.</summary>
    private const int MaxKeptLength = 16_384;

    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly RecentTokens<KeptAnswer> _active = new(MaxAnswers);
    private readonly RecentTokens<KeptAnswer> _inactive = new(MaxAnswers);
    private readonly Dictionary<TokenDigest, Question> _open = [];

    /// <summary>Complete at once when the answer is at hand.</summary>
    /// <exception cref="OutageException">The issuer cannot be asked.</exception>
    public ValueTask<IntrospectionAnswer> AskAsync(BearerToken token, Deadline deadline)
    {
        var digest = TokenDigest.Of(token.Text.Span);
        Question? question;
        lock (_gate)
        {
            DateTimeOffset now = clock.GetUtcNow();
            if (TryFind(digest, now, out KeptAnswer? known))
            {
                return new ValueTask<IntrospectionAnswer>(known.Answer);
            }

            // One that is older than it may be was frozen with the sandbox: it will fail, and is not waited for.
            if (!_open.TryGetValue(digest, out question) || IsLate(question))
            {
                string text = Encoding.ASCII.GetString(token.Text.Span);
                question = new Question(now, asked => PutAsync(digest, text, asked));
                _open[digest] = question;
            }
        }

        return new ValueTask<IntrospectionAnswer>(WaitAsync(question, deadline));
    }

    private static async Task<IntrospectionAnswer> WaitAsync(Question question, Deadline deadline)
    {
        try
        {
            return await question.Answer.WaitAsync(deadline.Token);
        }
        catch (OperationCanceledException e)
        {
            throw OutageException.DeadlineExceeded(e);
        }
    }

    private async Task<IntrospectionAnswer> PutAsync(TokenDigest digest, string token, Question question)
    {
        try
        {
            using var timeout = new CancellationTokenSource(RequestTimeout, clock);
            IntrospectionAnswer answer = await endpoint.AskAsync(token, timeout.Token);
            if (IsLate(question))
            {
                throw OutageException.IntrospectionUnreachable($"{settings.Endpoint} did not answer in time.");
            }

            Keep(digest, answer, question.AskedAt);
            return answer;
        }
        finally
        {
            Close(digest, question);
        }
    }

    private bool TryFind(TokenDigest digest, DateTimeOffset now, [NotNullWhen(true)] out KeptAnswer? known) =>
        (_active.TryGet(digest, out known) && known.Serves(now)) || (_inactive.TryGet(digest, out known) && known.Serves(now));

    private bool IsLate(Question question) => clock.GetUtcNow() - question.AskedAt >= RequestTimeout;

    private void Keep(TokenDigest digest, IntrospectionAnswer answer, DateTimeOffset askedAt)
    {
        DateTimeOffset until = askedAt + (answer.IsActive ? settings.CacheFor : settings.CacheInactiveFor);
        if (answer.IsActive && answer.Claims.TryGetDate("exp"u8, out DateTimeOffset? expires) && expires < until)
        {
            until = expires.Value;
        }

        if (clock.GetUtcNow() < until && answer.Length <= MaxKeptLength)
        {
            (answer.IsActive ? _active : _inactive).Set(digest, new KeptAnswer(answer, askedAt, until));
        }
    }

    private void Close(TokenDigest digest, Question question)
    {
        lock (_gate)
        {
            if (_open.GetValueOrDefault(digest) == question)
            {
                _open.Remove(digest);
            }
        }
    }

    /// <summary>The request is made by the first who waits, outside the gate: signing takes its time.</summary>
    private sealed class Question(DateTimeOffset askedAt, Func<Question, Task<IntrospectionAnswer>> put)
    {
        private readonly Lock _gate = new();
        private Task<IntrospectionAnswer>? _answer;

        public DateTimeOffset AskedAt => askedAt;

        public Task<IntrospectionAnswer> Answer
        {
            get
            {
                lock (_gate)
                {
                    return _answer ??= put(this);
                }
            }
        }
    }
}
