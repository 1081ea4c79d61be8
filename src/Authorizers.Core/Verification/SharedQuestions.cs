namespace Authorizers.Core.Verification;

/// <summary>
/// Questions to others, each put once at a time: all who wait for the same answer share one request, which none of them can
/// cancel for the others. An answer counts from the moment of the question, since a sandbox may be frozen between the two.
/// </summary>
/// <param name="asked">What is asked and kept.</param>
/// <param name="patience">How long one request may take.</param>
/// <param name="clock">Tells when it was put.</param>
/// <param name="service">Named when the invocation's time is over first.</param>
internal sealed class SharedQuestions<TSubject, TAnswer>(
    ISharedQuestion<TSubject, TAnswer> asked, TimeSpan patience, TimeProvider clock, string service)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TokenDigest, Question> _open = [];

    /// <summary>Complete at once when the answer is at hand.</summary>
    /// <exception cref="OutageException">There is no answer to be had, or not in time.</exception>
    public ValueTask<TAnswer> AskAsync(TokenDigest digest, TSubject subject, Deadline deadline)
    {
        Question? question;
        lock (_gate)
        {
            DateTimeOffset now = clock.GetUtcNow();
            if (asked.TryFind(digest, subject, now, out TAnswer? known))
            {
                return new ValueTask<TAnswer>(known);
            }

            // One that is older than it may be was frozen with the sandbox: it will fail, and is not waited for.
            if (!_open.TryGetValue(digest, out question) || IsLate(question))
            {
                question = new Question(now, put => PutAsync(digest, subject, put));
                _open[digest] = question;
            }
        }

        return new ValueTask<TAnswer>(WaitAsync(question, deadline));
    }

    private async Task<TAnswer> WaitAsync(Question question, Deadline deadline)
    {
        try
        {
            return await question.Answer.WaitAsync(deadline.Token);
        }
        catch (OperationCanceledException e)
        {
            throw OutageException.DeadlineExceeded(service, e);
        }
    }

    private async Task<TAnswer> PutAsync(TokenDigest digest, TSubject subject, Question question)
    {
        try
        {
            using var timeout = new CancellationTokenSource(patience, clock);
            TAnswer answer = await asked.PutAsync(subject, timeout.Token);
            if (IsLate(question))
            {
                throw asked.Late();
            }

            asked.Keep(digest, subject, answer, question.AskedAt);
            return answer;
        }
        finally
        {
            Close(digest, question);
        }
    }

    private bool IsLate(Question question) => clock.GetUtcNow() - question.AskedAt >= patience;

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
    private sealed class Question(DateTimeOffset askedAt, Func<Question, Task<TAnswer>> put)
    {
        private readonly Lock _gate = new();
        private Task<TAnswer>? _answer;

        public DateTimeOffset AskedAt => askedAt;

        public Task<TAnswer> Answer
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
