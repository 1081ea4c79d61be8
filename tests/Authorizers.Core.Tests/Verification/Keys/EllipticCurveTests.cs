using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Verification.Keys;

public sealed class EllipticCurveTests
{
    [Theory]
    [InlineData("P-256", 32)]
    [InlineData("P-384", 48)]
    [InlineData("P-521", 66)]
    public void A_curve_has_coordinates_of_one_length(string name, int length)
    {
        Assert.Equal(length, EllipticCurve.Find(name)?.CoordinateLength);
        Assert.Equal(name, EllipticCurve.Find(name)?.Name);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("p-256")]
    [InlineData("secp256k1")]
    [InlineData("Ed25519")]
    public void Another_curve_does_not_exist(string? name) => Assert.Null(EllipticCurve.Find(name));
}
