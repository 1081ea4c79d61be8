namespace Authorizers.Cli.Tests.Tokens;

public sealed class SignatureOnlyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestIssuer _issuer = new();
    private readonly TestIssuer _other = new();

    public void Dispose()
    {
        _issuer.Dispose();
        _other.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"iss":"https://anybody.example/","exp":1,"cnf":{"jkt":"x"}}""")]
    [InlineData("""{"exp":"tomorrow","nbf":4102444800,"token_use":"id"}""")]
    public async Task Nothing_that_a_token_says_matters_and_nobody_is_named(string claims) => Assert.Equal(
        new CommandRun(ExitCode.Done, $$"""{"valid":true,"principal":null,"claims":{{claims}}}""" + "\n", ""),
        await VerifyAsync(_issuer.Sign(claims)));

    [Fact]
    public async Task Shape_header_key_and_signature_matter()
    {
        string good = _issuer.Token();
        string[] lines =
        [
            _other.Token(),
            _issuer.Sign("{}", """{"alg":"ES256","kid":"another"}"""),
            _issuer.Sign("{}", """{"alg":"ES384","kid":"k"}"""),
            _issuer.Sign("{}", """{"alg":"RS256","kid":"k"}"""),
            _issuer.Sign("{}", """{"alg":"none"}"""),
            _issuer.Sign("{}", """{"alg":"ES256","crit":["b64"]}"""),
            _issuer.Sign("[]"),
            good[..good.LastIndexOf('.')],
            good[..^2],
            $"{good}=",
            _issuer.Sign("{}", """{"alg":"ES256"}"""),
        ];

        CommandRun run = await VerifyAsync(string.Join('\n', lines));

        Assert.Equal(
            [
                "signature_invalid", "key_unknown", "algorithm_not_allowed", "key_unsuitable", "algorithm_not_allowed",
                "critical_parameter", "claims_malformed", "token_malformed", "signature_invalid", "token_malformed", "true",
            ],
            run.Data[..^1].Split('\n').Select(line => line.Split('"')[3] == "code" ? line.Split('"')[5] : "true"));
    }

    [Fact]
    public async Task A_key_that_is_skipped_is_said_and_the_others_serve()
    {
        string keys = _folder.Write("some.json", _issuer.KeySet.Replace("[{", """[{ "kty": "oct", "k": "c2VjcmV0" }, {"""));

        CommandRun run = await CommandRun.WithInputAsync(
            _issuer.Token(), "token", "verify", "--jwks", keys, "--algorithms", "ES256", "--signature-only");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.StartsWith($"A key of {keys} is skipped: keys[0]: ", Assert.Single(run.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", run.Talk);
    }

    [Theory]
    [InlineData("[]", "is not a JWK Set")]
    [InlineData("""{"keys":[]}""", "holds no usable key.")]
    public async Task A_file_without_keys_is_refused(string text, string sentence)
    {
        string keys = _folder.Write("none.json", text);

        CommandRun run = await CommandRun.WithInputAsync(
            _issuer.Token(), "token", "verify", "--jwks", keys, "--algorithms", "ES256", "--signature-only");

        run.RefusedWith($"{keys} {sentence}");
    }

    [Fact]
    public async Task A_folder_is_no_key_set() => (await CommandRun.WithInputAsync(
        "", "token", "verify", "--jwks", _folder.FullName, "--algorithms", "ES256", "--signature-only"))
        .RefusedWith($"{_folder.FullName} cannot be read.");

    [Fact]
    public async Task It_goes_without_a_configuration_and_not_with_one() => (await CommandRun.WithInputAsync(
        "",
        "token", "verify", "--jwks", The.KeySet, "--algorithms", "ES256", "--signature-only", "--config", The.Configuration))
        .RefusedWith("--config and --jwks exclude each other.");

    private Task<CommandRun> VerifyAsync(string input) => CommandRun.WithInputAsync(
        input,
        "token", "verify", "--jwks", _folder.Write("keys.json", _issuer.KeySet), "--algorithms", "ES256,RS256", "--signature-only");
}
