using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Decisions;
using Authorizers.Core.Responses;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.ApiKeys;

namespace Authorizers.Core.Tests.Verification.ApiKeys;

/// <summary>A key, its record, and somebody who verifies it under a stopped clock.</summary>
internal sealed class ApiKeyTrial
{
    private readonly ApiKeyVerifier _verifier;

    public ApiKeyTrial(ApiKeyConfiguration? settings = null)
    {
        Settings = settings ?? new ApiKeyConfiguration();
        var configuration = new AuthorizerConfiguration
        {
            Issuers = [],
            ClockSkew = The.ClockSkew,
            Routes = new RouteTable([]),
            OnUnauthenticated = OnUnauthenticated.Throw,
            Credentials = RequiredCredentials.ApiKeyAlone,
            ApiKey = Settings,
            MaxContextBytes = 256,
        };
        _verifier = new ApiKeyVerifier(configuration, Records, Clock, Warnings.Add);
    }

    public List<string> Warnings { get; } = [];

    public StoppedClock Clock { get; } = new();

    public FakeRecords Records { get; } = new();

    public ApiKeyConfiguration Settings { get; }

    public ApiKey Key { get; } = ApiKey.Create(ApiKey.DefaultPrefix);

    /// <summary>A record of the key, good today.</summary>
    public ApiKeyRecord Record => RecordOf(Key);

    public ApiKeyRecord RecordOf(ApiKey key) => new()
    {
        Id = key.Id,
        Digest = Settings.Digests.Of(key, Settings.Digests.Current),
        Pepper = Settings.Digests.Current,
        Principal = "shop",
        Created = The.Moment,
    };

    /// <summary>Another key with the same id.</summary>
    public static ApiKey Impostor(ApiKey key)
    {
        string other = ApiKey.Create(ApiKey.DefaultPrefix).Reveal();
        byte[] text = [.. Some.Utf8($"gla_{key.Id}_"), .. Some.Utf8(other[17..47]), .. new byte[ApiKeyChecksum.Length]];
        ApiKeyChecksum.Write(text.AsSpan(0, 47), text.AsSpan(47));
        Assert.True(ApiKey.TryRead(text, "gla", out ApiKey? impostor, out _));
        return impostor;
    }

    public async Task<VerificationResult> VerifyAsync(ApiKey? key = null, string? address = null, double seconds = 10)
    {
        using var deadline = new Deadline(Clock, Clock.GetUtcNow().AddSeconds(seconds));
        return await _verifier.VerifyAsync(key ?? Key, address, deadline);
    }

    /// <summary>The principal's id, or the code of the rejection, of the obstacle or of the outage.</summary>
    public async Task<string> VerdictAsync(ApiKey? key = null, string? address = null, double seconds = 10)
    {
        try
        {
            VerificationResult result = await VerifyAsync(key, address, seconds);
            return result.Succeeded ? result.Principal.Obstacle?.Code ?? result.Principal.Id : result.Rejection.Code;
        }
        catch (OutageException e)
        {
            return e.Code;
        }
    }
}
