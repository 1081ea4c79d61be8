using Authorizers.Core.Configuration;

namespace Authorizers.Core.Tests.Configuration;

public sealed class KeyFileReaderTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("keys.json")]
    [InlineData("keys/development.jwks.json")]
    [InlineData("./keys/../keys.json")]
    public void A_relative_file_lies_beside_the_configuration(string file)
    {
        _folder.Write("keys/development.jwks.json", Some.KeySetText(The.P256.Jwk()));
        _folder.Write("keys.json", Some.KeySetText(The.P256.Jwk()));

        IssuerConfiguration issuer = Assert.Single(_folder.Load(WithFile(file)).Issuers);

        Assert.Equal(The.P256.Id, Assert.Single(issuer.PackagedKeys!.Keys).Id);
        Assert.False(issuer.HasAddress);
    }

    [Fact]
    public void An_absolute_file_lies_where_it_says()
    {
        using var elsewhere = new ConfigurationFolder();
        elsewhere.Write("keys.json", Some.KeySetText(The.P256.Jwk()));

        Assert.NotNull(Assert.Single(_folder.Load(WithFile(elsewhere.PathOf("keys.json"))).Issuers).PackagedKeys);
    }

    [Fact]
    public void With_an_address_beside_it_the_keys_can_be_refreshed()
    {
        _folder.Write("keys.json", Some.KeySetText(The.P256.Jwk()));

        IssuerConfiguration issuer = Assert.Single(_folder.Load(ConfigurationFolder.Spoilt(
            "/issuers/0",
            """{"issuer":"a","audiences":["x"],"jwksFile":"keys.json","jwksUri":"https://a.example/keys"}""")).Issuers);

        Assert.True(issuer.HasAddress);
        Assert.NotNull(issuer.PackagedKeys);
    }

    [Theory]
    [InlineData("nowhere.json")]
    [InlineData("nowhere/keys.json")]
    [InlineData(".")]
    public void A_file_that_cannot_be_read_is_a_problem(string file) =>
        Assert.Equal(["$.issuers[0].jwksFile: names a file that cannot be read"], _folder.Problems(WithFile(file)));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"kty":"RSA"}""")]
    public void A_file_that_is_no_key_set_is_a_problem(string text)
    {
        _folder.Write("keys.json", text);

        Assert.Equal(
            ["$.issuers[0].jwksFile: names a file that is not a JWK Set: a JSON object with an array \"keys\""],
            _folder.Problems(WithFile("keys.json")));
    }

    [Fact]
    public void A_file_without_a_usable_key_is_a_problem_with_its_reasons()
    {
        _folder.Write("keys.json", """{"keys":[{"kty":"RSA","d":"secret"},{"kty":"oct"}]}""");

        Assert.Equal(
            [
                "$.issuers[0].jwksFile: names a file without a usable key "
                + "(keys[0]: holds a private or symmetric key; keys[1]: \"kty\" is neither \"RSA\" nor \"EC\")",
            ],
            _folder.Problems(WithFile("keys.json")));
    }

    private static string WithFile(string file) => ConfigurationFolder.Spoilt("/issuers/0/jwksFile", $"\"{file}\"");
}
