namespace Authorizers.Core.Tests.Verification.Introspection;

/// <summary>Those who wait for the answer about the same token at the same time.</summary>
public sealed class SharedQuestionTests : IAsyncDisposable
{
    private readonly IntrospectedIssuer _issuer = new();

    public ValueTask DisposeAsync() => _issuer.DisposeAsync();

    [Theory]
    [InlineData(60)]
    [InlineData(0)]
    public async Task All_who_wait_share_one_question(double cacheFor)
    {
        await using var issuer = new IntrospectedIssuer(cacheFor);
        TaskCompletionSource<string> answer = issuer.Server.Hold();
        Task<string>[] waiting = [.. Enumerable.Range(0, 50).Select(_ => issuer.VerdictAsync())];
        await issuer.Server.AskedAsync();
        Assert.All(waiting, task => Assert.False(task.IsCompleted));

        answer.SetResult(IntrospectionServer.Active());

        Assert.All(await Task.WhenAll(waiting), verdict => Assert.Equal(The.Subject, verdict));
        Assert.Single(issuer.Server.Requests);
    }

    [Fact]
    public async Task All_who_wait_share_one_failure_and_the_next_one_asks_again()
    {
        TaskCompletionSource<string> answer = _issuer.Server.Hold();
        Task<string>[] waiting = [.. Enumerable.Range(0, 3).Select(_ => _issuer.VerdictAsync())];
        await _issuer.Server.AskedAsync();

        answer.SetResult("nonsense");

        Assert.All(await Task.WhenAll(waiting), verdict => Assert.Equal("introspection_unreachable", verdict));
        _issuer.Server.Answer(IntrospectionServer.Active());
        Assert.Equal(The.Subject, await _issuer.VerdictAsync());
        Assert.Equal(2, _issuer.Server.Requests.Count);
    }

    [Fact]
    public async Task Another_token_is_another_question()
    {
        TaskCompletionSource<string> answer = _issuer.Server.Hold();
        Task<string>[] waiting = [_issuer.VerdictAsync("a"), _issuer.VerdictAsync("b")];
        await _issuer.Server.AskedAsync();
        await _issuer.Server.AskedAsync();

        answer.SetResult(IntrospectionServer.Active());

        await Task.WhenAll(waiting);
        Assert.Equal(["a", "b"], _issuer.Server.Requests.Select(request => request.Token).Order());
    }

    [Fact]
    public async Task One_who_can_wait_no_longer_leaves_the_question_to_the_others()
    {
        TaskCompletionSource<string> answer = _issuer.Server.Hold();
        Task<string> hurried = _issuer.VerdictAsync(seconds: 1);
        Task<string> patient = _issuer.VerdictAsync(seconds: 10);
        await _issuer.Server.AskedAsync();

        _issuer.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("deadline_exceeded", await hurried);
        Assert.False(patient.IsCompleted);
        Task<string> late = _issuer.VerdictAsync();
        answer.SetResult(IntrospectionServer.Active());
        Assert.Equal([The.Subject, The.Subject], await Task.WhenAll(patient, late));
        Assert.Single(_issuer.Server.Requests);
    }

    [Fact]
    public async Task An_endpoint_that_does_not_answer_is_given_two_seconds()
    {
        _issuer.Server.Hold();
        Task<string> waiting = _issuer.VerdictAsync();
        await _issuer.Server.AskedAsync();

        _issuer.Clock.Advance(TimeSpan.FromSeconds(1.999));
        Assert.False(waiting.IsCompleted);
        _issuer.Clock.Advance(TimeSpan.FromSeconds(0.001));

        Assert.Equal("introspection_unreachable", await waiting);
    }

    [Fact]
    public async Task A_question_that_was_frozen_with_the_sandbox_is_not_waited_for()
    {
        _issuer.Server.Hold();
        Task<string> frozen = _issuer.VerdictAsync(seconds: 1);
        await _issuer.Server.AskedAsync();
        _issuer.Clock.Freeze(TimeSpan.FromMinutes(10));
        _issuer.Server.Answer(IntrospectionServer.Active());

        Assert.Equal(The.Subject, await _issuer.VerdictAsync());

        _issuer.Clock.Advance(TimeSpan.Zero);
        Assert.Contains(await frozen, new[] { "deadline_exceeded", "introspection_unreachable" });
        Assert.Equal(The.Subject, await _issuer.VerdictAsync());
        Assert.Equal(2, _issuer.Server.Requests.Count);
    }

    [Fact]
    public async Task An_answer_that_was_frozen_with_the_sandbox_is_none_and_takes_no_other_away()
    {
        TaskCompletionSource<string> late = _issuer.Server.Hold();
        Task<string> frozen = _issuer.VerdictAsync(seconds: 3600);
        await _issuer.Server.AskedAsync();
        _issuer.Clock.Freeze(TimeSpan.FromMinutes(10));
        TaskCompletionSource<string> answer = _issuer.Server.Hold();
        Task<string> thawed = _issuer.VerdictAsync();
        await _issuer.Server.AskedAsync();

        late.SetResult(IntrospectionServer.Active(members => members["sub"] = "revoked-meanwhile"));
        Assert.Equal("introspection_unreachable", await frozen);
        Task<string> joined = _issuer.VerdictAsync();
        answer.SetResult(IntrospectionServer.Active());

        Assert.Equal([The.Subject, The.Subject], await Task.WhenAll(thawed, joined));
        Assert.Equal(The.Subject, await _issuer.VerdictAsync());
        Assert.Equal(2, _issuer.Server.Requests.Count);
    }

    [Fact]
    public async Task An_answer_counts_from_the_moment_of_the_question()
    {
        TaskCompletionSource<string> answer = _issuer.Server.Hold();
        Task<string> waiting = _issuer.VerdictAsync();
        await _issuer.Server.AskedAsync();
        _issuer.Clock.Advance(TimeSpan.FromSeconds(1.5));
        answer.SetResult(IntrospectionServer.Active());
        Assert.Equal(The.Subject, await waiting);
        _issuer.Server.Answer("""{"active":false}""");

        _issuer.Clock.Advance(TimeSpan.FromSeconds(58.499));
        Assert.Equal(The.Subject, await _issuer.VerdictAsync());
        _issuer.Clock.Advance(TimeSpan.FromSeconds(0.001));
        Assert.Equal("token_inactive", await _issuer.VerdictAsync());
    }

    [Fact]
    public async Task Thirty_two_threads_get_each_bearer_his_own_answer_and_ask_once_about_each_token()
    {
        static bool IsBad(string token) => token.StartsWith("bad", StringComparison.Ordinal);
        _issuer.Server.Answering = request => IntrospectionServer.Response(IsBad(request.Token)
            ? """{"active":false}"""
            : IntrospectionServer.Active(members => members["sub"] = request.Token));
        string[] tokens = [.. Enumerable.Range(0, 40).Select(number => number % 4 == 0 ? $"bad-{number}" : $"good-{number}")];
        using var start = new Barrier(32);
        List<(string Token, string Verdict)>[] seen = [.. Enumerable.Range(0, 32).Select(_ => new List<(string, string)>())];
        Thread[] threads = [.. seen.Select((own, offset) => new Thread(() =>
        {
            start.SignalAndWait();
            for (int call = 0; call < 400; call++)
            {
                string token = tokens[(call + offset) % tokens.Length];
                own.Add((token, _issuer.VerdictAsync(token).GetAwaiter().GetResult()));
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Assert.All(seen, own => Assert.Equal(400, own.Count));
        Assert.All(seen.SelectMany(own => own), call => Assert.Equal(
            IsBad(call.Token) ? "token_inactive" : call.Token, call.Verdict));
        Assert.Equal(tokens.Order(), _issuer.Server.Requests.Select(request => request.Token).Order());
    }
}
