using System.Buffers;
using System.Text;
using System.Text.Json;
using Authorizers.Core.Events;
using Authorizers.Core.Responses;
using Authorizers.Lambda.Records;
using Authorizers.Lambda.Runtime;

namespace Authorizers.Lambda.Tests.Records;

/// <summary>No text of a credential reaches a record, the operator's log or an error, wherever it stands in it.</summary>
public sealed class SecrecyTests : IDisposable
{
    private const string Secret = "hunter2";
    private const string Header = """{"alg":"ES256","kid":"key-1"}""";

    private readonly StoppedClock _clock = new();
    private readonly StringBuilder _log = new();
    private readonly MemoryStream _records = new();
    private readonly DevelopmentIssuer _issuer;

    public SecrecyTests() => _issuer = new DevelopmentIssuer(_clock, line => _log.AppendLine(line));

    [Theory]
    [InlineData("hunter2", "credential_malformed")]
    [InlineData("hunter2 abc", "credential_missing")]
    [InlineData("Bearer hunter2 hunter2", "credential_malformed")]
    [InlineData("Bearer hunter2,hunter2", "credential_repeated")]
    [InlineData("Bearer hunter2", "token_malformed")]
    [InlineData("Bearer hunter2.hunter2.hunter2", "token_malformed")]
    public async Task Not_of_what_is_no_token(string header, string code) =>
        Assert.Equal(("unauthenticated", code), await RecordedAsync(header));

    [Theory]
    [InlineData("""{"alg":"hunter2","kid":"key-1"}""", "algorithm_not_allowed")]
    [InlineData("""{"alg":"ES256","kid":"hunter2"}""", "key_unknown")]
    [InlineData("""{"alg":"ES256","kid":"key-1","crit":["hunter2"],"hunter2":1}""", "critical_parameter")]
    [InlineData("""{"alg":"ES256","alg":"hunter2","kid":"key-1"}""", "header_malformed")]
    [InlineData("""{"alg":"ES256","kid":"key-1","zip":"hunter2"}""", "token_compressed")]
    public async Task Not_of_a_header(string header, string code) =>
        Assert.Equal(("unauthenticated", code), await RecordedAsync($"Bearer {_issuer.Sign(header, Claims())}"));

    [Theory]
    [InlineData("\"iss\":\"https://hunter2.example/\"", "issuer_unknown")]
    [InlineData("\"aud\":\"hunter2\"", "audience_mismatch")]
    [InlineData("\"exp\":\"hunter2\"", "claim_invalid")]
    [InlineData("\"exp\":1000000000", "token_expired")]
    [InlineData("\"nbf\":4102444800", "token_not_yet_valid")]
    [InlineData("\"sub\":[\"hunter2\"]", "claim_invalid")]
    [InlineData("\"scope\":{\"hunter2\":1}", "claim_invalid")]
    [InlineData("\"cnf\":{\"jkt\":\"hunter2\"}", "binding_missing")]
    public async Task Not_of_claims_that_are_refused(string claim, string code) =>
        Assert.Equal(("unauthenticated", code), await RecordedAsync($"Bearer {_issuer.Sign(Header, Claims(claim))}"));

    [Fact]
    public async Task Not_of_a_signature()
    {
        string good = _issuer.Sign(Header, Claims());
        string forged = $"{good[..^17]}{Secret}{good[^10..]}";

        Assert.Equal(("unauthenticated", "signature_invalid"), await RecordedAsync($"Bearer {forged}"));
    }

    [Fact]
    public async Task Not_of_a_good_token() =>
        Assert.Equal(("allowed", null), await RecordedAsync($"Bearer {_issuer.Sign(Header, Claims())}"));

    [Fact]
    public async Task Not_of_a_good_token_that_is_not_granted_the_call() => Assert.Equal(
        ("denied", "not_granted"),
        await RecordedAsync($"Bearer {_issuer.Sign(Header, Claims("\"scope\":\"hunter2\""))}"));

    public void Dispose()
    {
        _issuer.Dispose();
        _records.Dispose();
    }

    /// <summary>Good claims, with the secret in each that may be anything, and with one of them replaced.</summary>
    private static string Claims(string changed = "\"jti\":\"hunter2\"")
    {
        string[] good =
        [
            "\"iss\":\"https://issuer.example/\"", "\"aud\":[\"orders-api\",\"hunter2\"]",
            "\"sub\":\"hunter2\"", "\"exp\":4102444800",
            "\"scope\":\"orders:read hunter2\"", "\"tenant\":\"hunter2\"", "\"client_id\":\"hunter2\"",
        ];
        string name = changed[..changed.IndexOf(':', StringComparison.Ordinal)];
        IEnumerable<string> others = good.Where(claim => !claim.StartsWith(name, StringComparison.Ordinal));
        return $"{{{string.Join(',', others.Append(changed))}}}";
    }

    private async Task<(string? Outcome, string? Code)> RecordedAsync(string credential)
    {
        var log = new DecisionLog("token", _records, LogSettings.Default, _clock);
        var function = new AuthorizerFunction(_issuer, TokenEvent.Read, new Responder(OnUnauthenticated.Throw, PolicyLimits.Usual), log, _clock);
        byte[] json = Encoding.UTF8.GetBytes(The.Event.Replace("Bearer abc", credential, StringComparison.Ordinal));
        using LambdaContext context = Some.Context(_clock);

        Exception? thrown = await Record.ExceptionAsync(
            async () => await function.HandleAsync(json, context, new ArrayBufferWriter<byte>()));

        string line = Encoding.UTF8.GetString(_records.ToArray());
        Assert.DoesNotContain(Secret, $"{line}{_log}{thrown}", StringComparison.OrdinalIgnoreCase);
        JsonElement record = JsonSerializer.Deserialize<JsonElement>(line);
        return (record.GetProperty("outcome").GetString(), record.GetProperty("code").GetString());
    }
}
