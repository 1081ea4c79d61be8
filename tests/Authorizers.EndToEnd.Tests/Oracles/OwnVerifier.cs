using System.Text;
using System.Text.Json.Nodes;
using Authorizers.Core;
using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Verification;

namespace Authorizers.EndToEnd.Tests.Oracles;

/// <summary>This project's verifier as a function makes it: from a configuration file and a key file.</summary>
internal sealed class OwnVerifier : IDisposable
{
    private readonly TemporaryFile _keys;
    private readonly TemporaryFile _configuration;
    private readonly TimeProvider _clock;
    private readonly TokenVerifier _verifier;

    /// <param name="keySet">A JWK Set.</param>
    /// <param name="clock">When tokens are judged.</param>
    /// <param name="rememberedTokens">As configured; null for the default.</param>
    public OwnVerifier(string keySet, TimeProvider clock, int? rememberedTokens = null)
    {
        _clock = clock;
        _keys = new TemporaryFile(keySet);
        _configuration = new TemporaryFile(Configuration(rememberedTokens).ToJsonString());
        _verifier = TokenVerifier.Create(ConfigurationFile.Load(_configuration.Path, _ => null), _clock, Assert.Fail);
    }

    public async Task<Opinion> JudgeAsync(string token)
    {
        if (!BearerToken.TryRead(Encoding.UTF8.GetBytes($"Bearer {token}"), out BearerToken bearer, out Rejection? rejection))
        {
            return new Opinion(false, Code: rejection.Code);
        }

        using var deadline = new Deadline(_clock, _clock.GetUtcNow() + TimeSpan.FromSeconds(10));
        VerificationResult result = await _verifier.VerifyAsync(bearer, deadline);
        return result.Succeeded ? new Opinion(true, result.Principal.Id) : new Opinion(false, Code: result.Rejection.Code);
    }

    public void Dispose()
    {
        _configuration.Dispose();
        _keys.Dispose();
    }

    private JsonObject Configuration(int? rememberedTokens)
    {
        JsonObject configuration = new()
        {
            ["issuers"] = new JsonArray(new JsonObject
            {
                ["issuer"] = GeneratedIssuer.Issuer,
                ["jwksFile"] = _keys.Path,
                ["audiences"] = new JsonArray(GeneratedIssuer.Audience),
                ["algorithms"] = new JsonArray([.. GeneratedIssuer.Algorithms.Select(name => JsonValue.Create(name))]),
            }),
            ["clockSkew"] = GeneratedIssuer.ClockSkew.ToString("c"),
            ["routes"] = new JsonArray(new JsonObject { ["route"] = "GET /orders/{id}" }),
        };
        if (rememberedTokens is { } number)
        {
            configuration["verifiedTokens"] = number;
        }

        return configuration;
    }
}
