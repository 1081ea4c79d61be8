using System.Net;
using System.Text;
using Authorizers.Cli.RuntimeApi;
using Authorizers.Lambda.Runtime;

namespace Authorizers.Cli.Tests.RuntimeApi;

public sealed class RuntimeApiServerTests : IAsyncLifetime
{
    private const int LargestAnswer = (6 * 1024 * 1024) + 100;

    private const string FunctionArn = "arn:aws:lambda:eu-west-1:123456789012:function:token";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private RuntimeApiServer _server = null!;
    private HttpClient _function = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await RuntimeApiServer.StartAsync();
        _function = new HttpClient { BaseAddress = new Uri($"http://{_server.Address}/2018-06-01/runtime/"), Timeout = Patience };
    }

    public async ValueTask DisposeAsync()
    {
        _function.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Next_hands_the_event_over_with_what_lambda_says_about_it()
    {
        _ = InvokeAsync("1", """{"a":"é"}""");

        using HttpResponseMessage next = await NextAsync();

        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        Assert.Equal("""{"a":"é"}""", await next.Content.ReadAsStringAsync());
        Assert.Equal("application/json", next.Content.Headers.ContentType!.ToString());
        Assert.Equal("1", Header(next, "Lambda-Runtime-Aws-Request-Id"));
        Assert.Equal(FunctionArn, Header(next, "Lambda-Runtime-Invoked-Function-Arn"));
        Assert.Equal("Root=1-0-1", Header(next, "Lambda-Runtime-Trace-Id"));
        Assert.Matches("^[0-9]{13}$", Header(next, "Lambda-Runtime-Deadline-Ms"));
    }

    [Fact]
    public async Task A_response_is_the_invocations_answer()
    {
        Task<InvocationAnswer> invocation = InvokeAsync("1");
        using HttpResponseMessage next = await NextAsync();

        Assert.Equal(HttpStatusCode.Accepted, await RespondAsync("1", "{}"));

        InvocationAnswer answer = await invocation.WaitAsync(Patience);
        Assert.Equal("{}", Encoding.UTF8.GetString(answer.Response.Span));
        Assert.Null(answer.Error);
    }

    [Fact]
    public async Task An_error_is_the_invocations_answer()
    {
        Task<InvocationAnswer> invocation = InvokeAsync("1");

        Assert.Equal(HttpStatusCode.Accepted, await FailAsync("invocation/1/error", "Outage", "Function.Outage"));

        InvocationAnswer answer = await invocation.WaitAsync(Patience);
        Assert.Equal((new InvocationError("Outage", "because"), "Function.Outage"), (answer.Error, answer.ErrorHeader));
        Assert.True(answer.Response.IsEmpty);
    }

    [Fact]
    public async Task An_error_of_init_answers_every_invocation()
    {
        Task<InvocationAnswer> before = InvokeAsync("1");

        Assert.Equal(HttpStatusCode.Accepted, await FailAsync("init/error", "Fault", "Runtime.Fault"));

        InvocationAnswer[] answers = await Task.WhenAll(before, InvokeAsync("2")).WaitAsync(Patience);
        Assert.All(answers, answer => Assert.Equal(new InvocationError("Fault", "because"), answer.Error));
    }

    [Fact]
    public async Task Several_invocations_are_handed_over_in_turn_and_each_gets_its_own_answer()
    {
        Task<InvocationAnswer>[] invocations = [InvokeAsync("1"), InvokeAsync("2"), InvokeAsync("3")];

        for (int i = 0; i < invocations.Length; i++)
        {
            using HttpResponseMessage next = await NextAsync();
            string id = Header(next, "Lambda-Runtime-Aws-Request-Id");
            Assert.Equal($"{i + 1}", id);
            await RespondAsync(id, $"\"{id}\"");
        }

        InvocationAnswer[] answers = await Task.WhenAll(invocations).WaitAsync(Patience);
        Assert.Equal(["\"1\"", "\"2\"", "\"3\""], answers.Select(answer => Encoding.UTF8.GetString(answer.Response.Span)));
    }

    [Fact]
    public async Task An_answer_to_an_invocation_that_nobody_made_is_refused()
    {
        Assert.Equal(HttpStatusCode.BadRequest, await RespondAsync("unknown", "{}"));
        Assert.Equal(HttpStatusCode.BadRequest, await FailAsync("invocation/unknown/error", "Fault", "Function.Fault"));
    }

    [Fact]
    public async Task A_second_answer_to_an_invocation_is_refused()
    {
        _ = InvokeAsync("1");

        Assert.Equal(HttpStatusCode.Accepted, await RespondAsync("1", "{}"));
        Assert.Equal(HttpStatusCode.BadRequest, await RespondAsync("1", "{}"));
    }

    [Theory]
    [InlineData(0, HttpStatusCode.Accepted)]
    [InlineData(1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_response_may_be_as_large_as_lambda_allows_and_no_larger(int beyond, HttpStatusCode status)
    {
        _ = InvokeAsync("1");

        Assert.Equal(status, await RespondAsync("1", new string(' ', LargestAnswer + beyond)));
    }

    [Fact]
    public async Task An_invocation_whose_response_was_too_large_is_still_open()
    {
        Task<InvocationAnswer> invocation = InvokeAsync("1");
        await RespondAsync("1", new string(' ', LargestAnswer + 1));

        await FailAsync("invocation/1/error", "ResponseTooLarge", "Function.ResponseTooLarge");

        Assert.Equal("ResponseTooLarge", (await invocation.WaitAsync(Patience)).Error!.Type);
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_let_go()
    {
        using var giveUp = new CancellationTokenSource();
        Task<InvocationAnswer> invocation = _server.InvokeAsync(Invocation("1", "{}"), giveUp.Token);

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => invocation.WaitAsync(Patience));
    }

    [Fact]
    public async Task The_server_ends_while_a_function_waits_for_its_next_event()
    {
        Task<HttpResponseMessage> next = NextAsync();
        await RespondAsync("unknown", "{}");
        Assert.False(next.IsCompleted);

        await _server.DisposeAsync().AsTask().WaitAsync(Patience);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => next.WaitAsync(Patience));
    }

    private static RuntimeApiInvocation Invocation(string id, string json) =>
        new(id, Encoding.UTF8.GetBytes(json), FunctionArn, "Root=1-0-1", TimeSpan.FromSeconds(30));

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));

    private Task<InvocationAnswer> InvokeAsync(string id, string json = "{}") =>
        _server.InvokeAsync(Invocation(id, json), CancellationToken.None);

    private Task<HttpResponseMessage> NextAsync() => _function.GetAsync("invocation/next");

    private async Task<HttpStatusCode> RespondAsync(string id, string json)
    {
        using var content = new StringContent(json);
        using HttpResponseMessage response = await _function.PostAsync($"invocation/{id}/response", content);
        return response.StatusCode;
    }

    private async Task<HttpStatusCode> FailAsync(string path, string type, string header)
    {
        using var content = new StringContent($$"""{"errorType":"{{type}}","errorMessage":"because","stackTrace":[]}""");
        content.Headers.Add("Lambda-Runtime-Function-Error-Type", header);
        using HttpResponseMessage response = await _function.PostAsync(path, content);
        return response.StatusCode;
    }
}
