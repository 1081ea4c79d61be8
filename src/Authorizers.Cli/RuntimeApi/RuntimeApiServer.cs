using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using Authorizers.Lambda.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Authorizers.Cli.RuntimeApi;

/// <summary>The Lambda Runtime API, version 2018-06-01, on a free loopback port: as much of it as a function asks for.</summary>
internal sealed class RuntimeApiServer : IAsyncDisposable
{
    private const string Version = "/2018-06-01/runtime";
    private const int MaxAnswerLength = (6 * 1024 * 1024) + 100;

    private readonly WebApplication _application;
    private readonly Channel<RuntimeApiInvocation> _waiting = Channel.CreateUnbounded<RuntimeApiInvocation>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<InvocationAnswer>> _open = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource<InvocationAnswer> _initError = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RuntimeApiServer(WebApplication application) => _application = application;

    /// <summary>Host and port, for AWS_LAMBDA_RUNTIME_API.</summary>
    public string Address => new Uri(
        _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Authority;

    public static async Task<RuntimeApiServer> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = 2 * MaxAnswerLength);
        builder.Services.AddRoutingCore();
        WebApplication application = builder.Build();
        var server = new RuntimeApiServer(application);
        application.MapGet($"{Version}/invocation/next", server.NextAsync);
        application.MapPost($"{Version}/invocation/{{id}}/response", server.ResponseAsync);
        application.MapPost($"{Version}/invocation/{{id}}/error", server.ErrorAsync);
        application.MapPost($"{Version}/init/error", server.InitErrorAsync);
        await application.StartAsync();
        return server;
    }

    /// <summary>Hands the event to the next function that asks, and waits for its answer; an INIT error is one.</summary>
    public async Task<InvocationAnswer> InvokeAsync(RuntimeApiInvocation invocation, CancellationToken cancel)
    {
        var answer = new TaskCompletionSource<InvocationAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        _open[invocation.RequestId] = answer;
        await _waiting.Writer.WriteAsync(invocation, cancel);
        Task<InvocationAnswer> first = await Task.WhenAny(answer.Task, _initError.Task).WaitAsync(cancel);
        return await first;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _application.DisposeAsync();
    }

    private async Task NextAsync(HttpContext http)
    {
        RuntimeApiInvocation invocation;
        try
        {
            invocation = await _waiting.Reader.ReadAsync(http.RequestAborted);
        }
        catch (Exception e) when (e is ChannelClosedException or OperationCanceledException)
        {
            http.Abort();
            return;
        }

        DateTimeOffset deadline = TimeProvider.System.GetUtcNow() + invocation.TimeLimit;
        http.Response.Headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        http.Response.Headers["Lambda-Runtime-Deadline-Ms"] = deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["Lambda-Runtime-Invoked-Function-Arn"] = invocation.FunctionArn;
        http.Response.Headers["Lambda-Runtime-Trace-Id"] = invocation.TraceId;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = invocation.Json.Length;
        await http.Response.Body.WriteAsync(invocation.Json, http.RequestAborted);
    }

    private async Task ResponseAsync(HttpContext http)
    {
        byte[] json = await ReadBodyAsync(http);
        if (json.Length > MaxAnswerLength)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        await AcceptAsync(http, new InvocationAnswer(json));
    }

    private async Task ErrorAsync(HttpContext http) => await AcceptAsync(http, await ReadErrorAsync(http));

    private async Task InitErrorAsync(HttpContext http)
    {
        _initError.TrySetResult(await ReadErrorAsync(http));
        http.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    private async Task AcceptAsync(HttpContext http, InvocationAnswer answer)
    {
        string id = (string)http.Request.RouteValues["id"]!;
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        if (_open.TryRemove(id, out TaskCompletionSource<InvocationAnswer>? waiting))
        {
            http.Response.StatusCode = StatusCodes.Status202Accepted;
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync("""{"status":"OK"}""");
            waiting.TrySetResult(answer);
        }
    }

    private static async Task<InvocationAnswer> ReadErrorAsync(HttpContext http)
    {
        using JsonDocument document = JsonDocument.Parse(await ReadBodyAsync(http));
        JsonElement error = document.RootElement;
        return new InvocationAnswer(
            default,
            new InvocationError(error.GetProperty("errorType").GetString()!, error.GetProperty("errorMessage").GetString()!),
            http.Request.Headers["Lambda-Runtime-Function-Error-Type"]);
    }

    private static async Task<byte[]> ReadBodyAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return body.ToArray();
    }
}
