using System.Security.Cryptography;
using Authorizers.Core.Verification.Introspection;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Tests.Configuration;

/// <summary>The kinds of file that a private key comes in.</summary>
public sealed class ClientKeyReaderTests : IDisposable
{
    private const string Refusal = "$.issuers[0].introspection.privateKeyFile: names a file without a private key in PEM, "
        + "not encrypted: RSA of 2,048 to 8,192 bits, or EC on P-256, P-384 or P-521";

    private readonly ConfigurationFolder _folder = new();
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly ECDsa _ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose()
    {
        _folder.Dispose();
        _rsa.Dispose();
        _ecdsa.Dispose();
    }

    [Fact]
    public void Both_containers_of_both_kinds_are_read_and_whatever_else_is_in_the_file_is_not()
    {
        string certificate = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        string parameters = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";

        Assert.Equal("RS256", Default(_rsa.ExportPkcs8PrivateKeyPem()));
        Assert.Equal("RS256", Default(_rsa.ExportRSAPrivateKeyPem()));
        Assert.Equal("RS256", Default($"Bag Attributes\n{certificate}{_rsa.ExportPkcs8PrivateKeyPem()}\n"));
        Assert.Equal("ES256", Default(_ecdsa.ExportPkcs8PrivateKeyPem()));
        Assert.Equal("ES256", Default(_ecdsa.ExportECPrivateKeyPem()));
        Assert.Equal("ES256", Default($"{parameters}{_ecdsa.ExportECPrivateKeyPem()}\n"));
    }

    [Theory]
    [InlineData("nistP256", "ES256")]
    [InlineData("nistP384", "ES384")]
    [InlineData("nistP521", "ES512")]
    public void A_curve_leaves_one_algorithm(string curve, string algorithm)
    {
        using var key = ECDsa.Create(ECCurve.CreateFromFriendlyName(curve));
        string pem = key.ExportPkcs8PrivateKeyPem();

        Assert.Equal(algorithm, Default(pem));
        EcdsaClientKey read = EcdsaClientKey.Read(pem)!;
        Assert.Equal([algorithm], JwsAlgorithm.All.Where(read.Fits).Select(row => row.Name));
    }

    [Fact]
    public void An_RSA_key_fits_the_six_RSA_algorithms()
    {
        RsaClientKey read = RsaClientKey.Read(_rsa.ExportPkcs8PrivateKeyPem())!;

        Assert.Equal(
            ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
            JwsAlgorithm.All.Where(read.Fits).Select(row => row.Name));
    }

    [Fact]
    public void What_is_no_usable_private_key_is_a_problem_that_tells_nothing_of_it()
    {
        using var weak = RSA.Create(1024);
        using var koblitz = ECDsa.Create(ECCurve.CreateFromValue("1.3.132.0.10"));
        var encryption = new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1);
        string[] files =
        [
            "", "no PEM at all", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
            weak.ExportPkcs8PrivateKeyPem(), koblitz.ExportPkcs8PrivateKeyPem(),
            _rsa.ExportSubjectPublicKeyInfoPem(), _rsa.ExportRSAPublicKeyPem(), _ecdsa.ExportSubjectPublicKeyInfoPem(),
            _rsa.ExportEncryptedPkcs8PrivateKeyPem("password", encryption),
            _ecdsa.ExportEncryptedPkcs8PrivateKeyPem("password", encryption),
            $"{_rsa.ExportPkcs8PrivateKeyPem()}\n{_rsa.ExportPkcs8PrivateKeyPem()}",
        ];

        Assert.All(files, file => Assert.Equal([Refusal], Problems(file)));
    }

    private static string? Default(string pem) =>
        ((ClientKey?)RsaClientKey.Read(pem) ?? EcdsaClientKey.Read(pem))?.DefaultAlgorithm.Name;

    private IReadOnlyList<string> Problems(string pem)
    {
        _folder.Write("client.pem", pem);
        return _folder.Problems(ConfigurationFolder.Spoilt(
            "/issuers/0/introspection",
            """
            {
              "endpoint": "https://issuer.example/introspect", "clientId": "api", "authentication": "private_key_jwt",
              "privateKeyFile": "client.pem"
            }
            """));
    }
}
