using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Authorizers.EndToEnd.Tests;

/// <summary>Stands between whoever asks and the emulator, and may do something of its own before a request goes on.</summary>
internal sealed class Interloper : IAsyncDisposable
{
    private readonly HttpClient _client = new();
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly WebApplication _application;
    private readonly string _emulator;
    private readonly Func<string, int, Task<Interference>> _before;

    private Interloper(WebApplication application, string emulator, Func<string, int, Task<Interference>> before) =>
        (_application, _emulator, _before) = (application, emulator, before);

    public string Address =>
        _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <param name="emulator">Where requests go on to.</param>
    /// <param name="before">Takes an operation, and how often it was asked for, from 1.</param>
    public static async Task<Interloper> StartAsync(string emulator, Func<string, int, Task<Interference>> before)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        WebApplication application = builder.Build();
        var interloper = new Interloper(application, emulator, before);
        application.Run(interloper.AnswerAsync);
        await application.StartAsync();
        return interloper;
    }

    public int Count(string operation) => _counts.GetValueOrDefault(operation);

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _client.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        string operation = http.Request.Headers["X-Amz-Target"].ToString().Split('.')[1];
        _counts[operation] = Count(operation) + 1;
        Interference interference = await _before(operation, _counts[operation]);
        if (interference == Interference.Refused)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.Body.WriteAsync(
                Encoding.UTF8.GetBytes("""{"__type":"com.amazonaws.dynamodb.v20120810#AccessDeniedException"}"""));
            return;
        }

        if (interference == Interference.RequestLost)
        {
            http.Abort();
            return;
        }

        using HttpResponseMessage answer = await PassOnAsync(http.Request);
        if (interference == Interference.AnswerLost)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = (int)answer.StatusCode;
        http.Response.ContentType = "application/x-amz-json-1.0";
        byte[] body = await answer.Content.ReadAsByteArrayAsync();
        await http.Response.Body.WriteAsync(interference == Interference.AnswerCut ? body.AsMemory(0, body.Length - 2) : body);
    }

    private async Task<HttpResponseMessage> PassOnAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        using var message = new HttpRequestMessage(HttpMethod.Post, _emulator) { Content = new ByteArrayContent(body.ToArray()) };
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in request.Headers)
        {
            _ = name == "Host" || message.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values!)
                || message.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values!);
        }

        return await _client.SendAsync(message);
    }
}
