using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Authorizers.Core;
using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Verification;

namespace Authorizers.Lambda.Tests.Records;

/// <summary>An issuer whose key is known, tokens that it signs, and an authorizer that trusts it, all of them real.</summary>
internal sealed class DevelopmentIssuer : IAuthorizer, IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly TokenVerifier _verifier;
    private readonly RouteTable _routes;
    private readonly TimeProvider _clock;

    /// <param name="clock">For the tokens' lifetime.</param>
    /// <param name="warn">Takes what the verifier tells the operator.</param>
    public DevelopmentIssuer(TimeProvider clock, Action<string> warn)
    {
        _clock = clock;
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            AuthorizerConfiguration configuration = ConfigurationFile.Load(Write(folder), _ => null);
            _verifier = TokenVerifier.Create(configuration, clock, warn);
            _routes = configuration.Routes;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Three parts that the key holds together, whatever they say.</summary>
    public string Sign(string header, string claims)
    {
        string signed = $"{Encode(Encoding.UTF8.GetBytes(header))}.{Encode(Encoding.UTF8.GetBytes(claims))}";
        return $"{signed}.{Encode(_key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256))}";
    }

    public Task PrepareAsync(Deadline deadline) => _verifier.PrepareAsync(deadline);

    public async ValueTask<Decision> DecideAsync(AuthorizerRequest request, Deadline deadline) => _routes.Decide(
        BearerToken.TryRead(request.AuthorizationToken, out BearerToken token, out Rejection? rejection)
            ? await _verifier.VerifyAsync(token, deadline)
            : new VerificationResult(rejection),
        request,
        _clock);

    public void Dispose() => _key.Dispose();

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    private string Write(DirectoryInfo folder)
    {
        ECPoint point = _key.ExportParameters(includePrivateParameters: false).Q;
        string coordinates = $"\"x\":\"{Encode(point.X)}\",\"y\":\"{Encode(point.Y)}\"";
        File.WriteAllText(
            Path.Combine(folder.FullName, "keys.json"),
            $$"""{"keys":[{"kty":"EC","crv":"P-256","kid":"key-1","use":"sig",{{coordinates}}}]}""");
        string path = Path.Combine(folder.FullName, "authorizer.json");
        File.WriteAllText(path, """
            {
              "issuers": [{ "issuer": "https://issuer.example/", "jwksFile": "keys.json", "audiences": ["orders-api"] }],
              "routes": [{ "route": "GET /orders/{id}", "scopes": ["orders:read"] }],
              "context": { "tenant": "tenant" }
            }
            """);
        return path;
    }
}
