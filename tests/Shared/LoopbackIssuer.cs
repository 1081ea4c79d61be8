using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace Authorizers.Tests.Shared;

/// <summary>An issuer on a free port of 127.0.0.1, as far as functions ask it: metadata and key set.</summary>
internal sealed class LoopbackIssuer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private int _requests;

    private LoopbackIssuer(WebApplication application, string keySet) => (_application, KeySet) = (application, keySet);

    /// <summary>Its "iss", with a slash at the end.</summary>
    public string Issuer =>
        _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/";

    /// <summary>What its metadata says instead; null for the truth.</summary>
    public string? ClaimedIssuer { get; set; }

    public string KeySet { get; set; }

    /// <summary>Where its metadata is.</summary>
    public string MetadataPath { get; set; } = "/.well-known/openid-configuration";

    /// <summary>Method, path and the names of the header fields.</summary>
    public string? LastRequest { get; private set; }

    /// <summary>How many there have been.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <param name="keySet">A JWK Set.</param>
    /// <param name="certificate">With its private key; null for plain HTTP.</param>
    /// <param name="intermediates">Sent along with it.</param>
    public static async Task<LoopbackIssuer> StartAsync(
        string keySet, X509Certificate2? certificate = null, params X509Certificate2[] intermediates)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, endpoint =>
        {
            if (certificate is not null)
            {
                endpoint.UseHttps(new HttpsConnectionAdapterOptions
                {
                    ServerCertificate = certificate,
                    ServerCertificateChain = [.. intermediates],
                });
            }
        }));
        WebApplication application = builder.Build();
        var issuer = new LoopbackIssuer(application, keySet);
        application.Run(issuer.AnswerAsync);
        await application.StartAsync();
        return issuer;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private Task AnswerAsync(HttpContext http)
    {
        Interlocked.Increment(ref _requests);
        LastRequest = $"{http.Request.Method} {http.Request.Path} {string.Join(' ', http.Request.Headers.Keys)}";
        string? text = http.Request.Path == MetadataPath
            ? JsonSerializer.Serialize(new { issuer = ClaimedIssuer ?? Issuer, jwks_uri = $"{Issuer}jwks" })
            : http.Request.Path == "/jwks" ? KeySet : null;
        http.Response.StatusCode = text is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(text ?? "");
    }
}
