using Authorizers.Core.Configuration;
using Authorizers.Core.Decisions;
using Authorizers.Core.Responses;
using Authorizers.Core.Tests.Verification.Introspection;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Introspection;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Tests.Verification;

/// <summary>Which token goes where.</summary>
public sealed class TokenVerifierTests : IAsyncDisposable
{
    private readonly StoppedClock _clock = new();
    private readonly List<string> _warnings = [];
    private readonly IntrospectionServer _server = new();

    public static TheoryData<string> OpaqueTokens =>
    [
        "2YotnFZFEjr1zCsicMWpAA", "e30.e30", "e30.e30.e30.e30.e30", "a.b.c", "e30=", new string('a', UnverifiedJwt.MaxLength),
    ];

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_JWT_goes_by_its_issuer_and_nobody_is_asked_about_it()
    {
        Assert.Equal(The.Subject, await VerdictAsync(Some.Token()));
        Assert.Equal(The.Subject, await VerdictAsync(Some.Token(claims => claims["iss"] = The.OtherIssuer)));
        Assert.Equal("issuer_unknown", await VerdictAsync(Some.Token(claims => claims["iss"] = "https://evil.example/")));

        Assert.Empty(_server.Requests);
    }

    [Theory]
    [InlineData("e30.e30.e30", "header_malformed")]
    [InlineData("e30.e31.e30", "token_malformed")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.", "token_malformed")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.e30", "algorithm_not_allowed")]
    public async Task A_sloppy_JWT_is_refused_as_one_and_not_asked_about(string token, string code)
    {
        Assert.Equal(code, await VerdictAsync(token));

        Assert.Empty(_server.Requests);
    }

    [Theory]
    [MemberData(nameof(OpaqueTokens))]
    public async Task Any_other_token_is_asked_about(string token)
    {
        Assert.Equal("opaque", await VerdictAsync(token));

        Assert.Equal(token, Assert.Single(_server.Requests).Token);
    }

    [Fact]
    public async Task A_token_that_is_too_large_is_not_asked_about()
    {
        Assert.Equal("token_too_large", await VerdictAsync(new string('a', UnverifiedJwt.MaxLength + 1)));

        Assert.Empty(_server.Requests);
    }

    [Theory]
    [InlineData("2YotnFZFEjr1zCsicMWpAA", "token_malformed")]
    [InlineData("e30.e30.e30.e30.e30", "token_encrypted")]
    public async Task Where_no_issuer_answers_every_token_is_a_JWT(string token, string code) =>
        Assert.Equal(code, await VerdictAsync(token, introspection: false));

    [Fact]
    public async Task Keys_that_only_a_JWT_would_need_are_not_fetched_at_start()
    {
        await PrepareAsync(WithIntrospection(packaged: false, address: null));
        Assert.Empty(_warnings);

        await PrepareAsync(WithIntrospection(packaged: false, address: $"{_server.Address}"));
        Assert.Single(_warnings);
    }

    [Fact]
    public async Task Without_introspection_they_are()
    {
        await PrepareAsync(Some.Issuer($"{_server.Address}"));

        Assert.Single(_warnings);
    }

    private IssuerConfiguration WithIntrospection(bool packaged, string? address) => new()
    {
        Issuer = The.Issuer,
        Audiences = [The.Audience],
        Algorithms = [The.Es256],
        PackagedKeys = packaged ? Some.KeySet(The.P256) : null,
        DiscoveryAddress = IssuerAddress.DefaultDiscovery($"{_server.Address}"),
        JwksUri = address,
        HasAddress = address is not null,
        Introspection = new IntrospectionConfiguration
        {
            Endpoint = _server.Address,
            Authentication = new ClientSecretBasic(The.Client, "worthless"),
            CacheFor = TimeSpan.FromMinutes(1),
            CacheInactiveFor = TimeSpan.FromSeconds(5),
        },
    };

    private TokenVerifier Verifier(params IssuerConfiguration[] issuers) => TokenVerifier.Create(
        new AuthorizerConfiguration
        {
            Issuers = issuers,
            ClockSkew = The.ClockSkew,
            Routes = new RouteTable([]),
            OnUnauthenticated = OnUnauthenticated.Throw,
        },
        _clock,
        _warnings.Add);

    private async Task PrepareAsync(IssuerConfiguration issuer)
    {
        using Deadline deadline = Some.Deadline(_clock);
        await Verifier(issuer).PrepareAsync(deadline);
    }

    private async Task<string> VerdictAsync(string token, bool introspection = true)
    {
        var other = new IssuerConfiguration
        {
            Issuer = The.OtherIssuer,
            Audiences = [The.Audience],
            Algorithms = [The.Es256],
            PackagedKeys = Some.KeySet(The.P256),
        };
        _server.Answer(IntrospectionServer.Active(members => members["sub"] = "opaque"));
        using Deadline deadline = Some.Deadline(_clock);
        TokenVerifier verifier = introspection
            ? Verifier(other, WithIntrospection(packaged: true, address: null))
            : Verifier(other);
        VerificationResult result = await verifier.VerifyAsync(Some.Bearer(token), deadline);
        return result.Succeeded ? result.Principal.Id : result.Rejection.Code;
    }
}
