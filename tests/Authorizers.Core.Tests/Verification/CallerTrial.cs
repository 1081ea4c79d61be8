using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Responses;
using Authorizers.Core.Tests.Verification.ApiKeys;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.ApiKeys;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Tests.Verification;

/// <summary>A caller who may have a token, a key, or both, and somebody who verifies them.</summary>
internal sealed class CallerTrial
{
    private readonly CallerVerifier _verifier;

    public CallerTrial(RequiredCredentials credentials, string keySource = "header.x-api-key", TimeSpan? resultTtl = null)
    {
        var settings = new ApiKeyConfiguration { Sources = [Some.Key(keySource)] };
        Configuration = new AuthorizerConfiguration
        {
            Issuers =
            [
                new IssuerConfiguration
                {
                    Issuer = The.Issuer,
                    Audiences = [The.Audience],
                    Algorithms = [The.Es256],
                    ScopeClaims = [new ClaimName("scope")],
                    PackagedKeys = Some.KeySet(The.P256),
                },
            ],
            ClockSkew = The.ClockSkew,
            Routes = new RouteTable([]),
            OnUnauthenticated = OnUnauthenticated.Throw,
            Credentials = credentials,
            ApiKey = settings,
            ResultTtl = resultTtl ?? TimeSpan.Zero,
            Context = [new("tenant", new ClaimName("tenant"))],
            MaxContextBytes = 256,
        };
        var tokens = TokenVerifier.Create(Configuration, Clock, Assert.Fail);
        _verifier = new CallerVerifier(Configuration, tokens, new ApiKeyVerifier(Configuration, Records, Clock, Warnings.Add));
    }

    public AuthorizerConfiguration Configuration { get; }

    public List<string> Warnings { get; } = [];

    public StoppedClock Clock { get; } = new();

    public FakeRecords Records { get; } = new();

    public ApiKey Key { get; } = ApiKey.Create(ApiKey.DefaultPrefix);

    public void Put(Func<ApiKeyRecord, ApiKeyRecord>? change = null)
    {
        var record = new ApiKeyRecord
        {
            Id = Key.Id,
            Digest = ApiKeyDigests.Plain.Of(Key, null),
            Principal = "shop",
            UsageIdentifierKey = "standard-shop-0123456789",
            Created = The.Moment,
        };
        Records.Put(change?.Invoke(record) ?? record);
    }

    public async Task<VerificationResult> VerifyAsync(params (string Key, string Value)[] values)
    {
        using Deadline deadline = Some.Deadline(Clock);
        AuthorizerRequest request = Some.Request("GET/orders", values);
        return await _verifier.VerifyAsync(request, request.Values, deadline);
    }

    public async Task<string> VerdictAsync(params (string Key, string Value)[] values)
    {
        VerificationResult result = await VerifyAsync(values);
        return result.Succeeded ? result.Principal.Obstacle?.Code ?? result.Principal.Id : result.Rejection.Code;
    }
}
