using System.Security.Cryptography;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Tests.Verification.Jwt;

public sealed class JwsAlgorithmTests
{
    [Theory]
    [InlineData("RS256", "SHA256", "Pkcs1", null)]
    [InlineData("RS384", "SHA384", "Pkcs1", null)]
    [InlineData("RS512", "SHA512", "Pkcs1", null)]
    [InlineData("PS256", "SHA256", "Pss", null)]
    [InlineData("PS384", "SHA384", "Pss", null)]
    [InlineData("PS512", "SHA512", "Pss", null)]
    [InlineData("ES256", "SHA256", null, "P-256")]
    [InlineData("ES384", "SHA384", null, "P-384")]
    [InlineData("ES512", "SHA512", null, "P-521")]
    public void Each_row_is_as_RFC_7518_says(string name, string hash, string? padding, string? curve)
    {
        JwsAlgorithm? row = JwsAlgorithm.Find(name);

        Assert.NotNull(row);
        Assert.Equal(new HashAlgorithmName(hash), row.Hash);
        Assert.Equal(padding, row.Padding?.Mode.ToString());
        Assert.Equal(curve, row.Curve?.Name);
    }

    [Fact]
    public void There_are_nine_rows() => Assert.Equal(
        ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"],
        JwsAlgorithm.All.Select(row => row.Name));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("HS256")]
    [InlineData("HS512")]
    [InlineData("rs256")]
    [InlineData("RS256 ")]
    [InlineData("RS1")]
    [InlineData("ES256K")]
    [InlineData("EdDSA")]
    [InlineData("RSA-OAEP")]
    public void What_has_no_row_does_not_exist(string? name) => Assert.Null(JwsAlgorithm.Find(name));
}
