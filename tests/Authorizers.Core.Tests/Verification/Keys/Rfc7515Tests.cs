using System.Text.Json.Nodes;
using Authorizers.Core.Verification.Jwt;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Verification.Keys;

/// <summary>Known answers: RFC 7515, appendix A, signed by somebody else's code.</summary>
public sealed class Rfc7515Tests
{
    private const string Claims =
        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

    private const string Rs256Token =
        "eyJhbGciOiJSUzI1NiJ9."
        + Claims
        + ".cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9C"
        + "UAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_"
        + "dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0i"
        + "gcN_IoypGlUPQGe77Rw";

    private const string RsaModulus =
        "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZ"
        + "S-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2"
        + "R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcD"
        + "TW9gb54h4FRWyuXpoQ";

    private const string Es256Token =
        "eyJhbGciOiJFUzI1NiJ9."
        + Claims
        + ".DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

    private const string Hs256Token =
        "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9."
        + Claims
        + ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private const string UnsecuredToken = "eyJhbGciOiJub25lIn0." + Claims + ".";

    /// <summary>Its payload is a word and no claims.</summary>
    private const string Es512Text =
        "eyJhbGciOiJFUzUxMiJ9.UGF5bG9hZA"
        + ".AdwMgeerwtHoh-l192l60hp9wAHZFVJbLfD_UxMi70cwnZOYaRI1bKPWROc-mZZqwqT2SI-KGDKB34XO0aw_7XdtAG8GaSwFKdCAPZgoXD2Y"
        + "BJZCPEX3xKpRwcdOO8KpEHwJjyqOgzDO7iKvU8vcnwNrmxYbSW9ERBXukOXolLzeO_Jn";

    [Fact]
    public void The_RS256_example_is_verified() => Assert.True(
        CanVerify(Rs256Token, new JsonObject { ["kty"] = "RSA", ["n"] = RsaModulus, ["e"] = "AQAB" }));

    [Fact]
    public void The_ES256_example_is_verified() => Assert.True(
        CanVerify(
            Es256Token,
            new JsonObject
            {
                ["kty"] = "EC",
                ["crv"] = "P-256",
                ["x"] = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                ["y"] = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
            }));

    [Fact]
    public void The_ES512_example_is_verified()
    {
        VerificationKey key = Some.Key(new JsonObject
        {
            ["kty"] = "EC",
            ["crv"] = "P-521",
            ["x"] = "AekpBQ8ST8a8VcfVOTNl353vSrDCLLJXmPk06wTjxrrjcBpXp5EOnYG_NjFZ6OvLFV1jSfS9tsz4qUxcWceqwQGk",
            ["y"] = "ADSmRA43Z1DSNx_RvcLI87cdL07l6jQyyBXMoxVg_l2Th-x3S1WDhjDly79ajL4Kkd0AZMaZmh9ubmf63e3kyMj2",
        });
        var example = CompactJws.Of(Es512Text);

        Assert.True(example.IsSignedBy(key, "ES512"));
        Assert.False(example.WithOtherPayload().IsSignedBy(key, "ES512"));
    }

    [Theory]
    [InlineData(Hs256Token, "algorithm_not_allowed")]
    [InlineData(UnsecuredToken, "token_malformed")]
    [InlineData(UnsecuredToken + "AA", "algorithm_not_allowed")]
    public void The_examples_with_a_shared_secret_and_without_a_signature_are_refused(string token, string code)
    {
        Assert.False(UnverifiedJwt.TryParse(Some.Utf8(token), out _, out Rejection? rejection));
        Assert.Equal(code, rejection.Code);
    }

    private static bool CanVerify(string token, JsonObject jwk)
    {
        Assert.True(UnverifiedJwt.TryParse(Some.Utf8(token), out UnverifiedJwt? jwt, out _));
        using (jwt)
        {
            return jwt.TryVerify(Some.Key(jwk), out _);
        }
    }
}
