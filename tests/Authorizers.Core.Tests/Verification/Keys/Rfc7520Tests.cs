using System.Text.Json.Nodes;
using Authorizers.Core.Verification.Jwt;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Verification.Keys;

/// <summary>
/// Known answers: RFC 7520, section 4. Their payload is a sentence, so the signatures are checked without the claims around them.
/// </summary>
public sealed class Rfc7520Tests
{
    private const string Payload =
        "SXTigJlzIGEgZGFuZ2Vyb3VzIGJ1c2luZXNzLCBGcm9kbywgZ29pbmcgb3V0IHlvdXIgZG9vci4gWW91IHN0ZXAgb250byB0aGUgcm9hZCwgYW5k"
        + "IGlmIHlvdSBkb24ndCBrZWVwIHlvdXIgZmVldCwgdGhlcmXigJlzIG5vIGtub3dpbmcgd2hlcmUgeW91IG1pZ2h0IGJlIHN3ZXB0IG9mZiB0by4";

    private const string Rs256Text =
        "eyJhbGciOiJSUzI1NiIsImtpZCI6ImJpbGJvLmJhZ2dpbnNAaG9iYml0b24uZXhhbXBsZSJ9."
        + Payload
        + "."
        + "MRjdkly7_-oTPTS3AXP41iQIGKa80A0ZmTuV5MEaHoxnW2e5CZ5NlKtainoFmKZopdHM1O2U4mwzJdQx996ivp83xuglII7PNDi84wnB-BDkoBwA"
        + "78185hX-Es4JIwmDLJK3lfWRa-XtL0RnltuYv746iYTh_qHRD68BNt1uSNCrUCTJDt5aAE6x8wW1Kt9eRo4QPocSadnHXFxnt8Is9UzpERV0ePPQ"
        + "dLuW3IS_de3xyIrDaLGdjluPxUAhb6L2aXic1U12podGU0KLUQSE_oI-ZnmKJ3F4uOZDnd6QZWJushZ41Axf_fcIe8u9ipH84ogoree7vjbU5y18"
        + "kDquDg";

    private const string Ps384Text =
        "eyJhbGciOiJQUzM4NCIsImtpZCI6ImJpbGJvLmJhZ2dpbnNAaG9iYml0b24uZXhhbXBsZSJ9."
        + Payload
        + "."
        + "cu22eBqkYDKgIlTpzDXGvaFfz6WGoz7fUDcfT0kkOy42miAh2qyBzk1xEsnk2IpN6-tPid6VrklHkqsGqDqHCdP6O8TTB5dDDItllVo6_1OLPpcb"
        + "UrhiUSMxbbXUvdvWXzg-UD8biiReQFlfz28zGWVsdiNAUf8ZnyPEgVFn442ZdNqiVJRmBqrYRXe8P_ijQ7p8Vdz0TTrxUeT3lm8d9shnr2lfJT8I"
        + "mUjvAA2Xez2Mlp8cBE5awDzT0qI0n6uiP1aCN_2_jLAeQTlqRHtfa64QQSUmFAAjVKPbByi7xho0uTOcbH510a6GYmJUAfmWjwZ6oD4ifKo8DYM-"
        + "X72Eaw";

    private const string Es512Text =
        "eyJhbGciOiJFUzUxMiIsImtpZCI6ImJpbGJvLmJhZ2dpbnNAaG9iYml0b24uZXhhbXBsZSJ9."
        + Payload
        + "."
        + "AE_R_YZCChjn4791jSQCrdPZCNYqHXCTZH0-JZGYNlaAjP2kqaluUIIUnC9qvbu9Plon7KRTzoNEuT4Va2cmL1eJAQy3mtPBu_u_sDDyYjnAMDxX"
        + "Pn7XrT0lw-kvAD890jl8e2puQens_IEKBpHABlsbEPX6sFY8OcGDqoRuBomu9xQ2";

    private const string Hs256Text =
        "eyJhbGciOiJIUzI1NiIsImtpZCI6IjAxOGMwYWU1LTRkOWItNDcxYi1iZmQ2LWVlZjMxNGJjNzAzNyJ9."
        + Payload
        + ".s0h6KThzkfBBBkLspW1h84VsJZFTsPPqMDA7g1Md7p0";

    private static readonly JsonObject RsaKey = new()
    {
        ["kty"] = "RSA",
        ["kid"] = "bilbo.baggins@hobbiton.example",
        ["use"] = "sig",
        ["n"] =
            "n4EPtAOCc9AlkeQHPzHStgAbgs7bTZLwUBZdR8_KuKPEHLd4rHVTeT-O-XV2jRojdNhxJWTDvNd7nqQ0VEiZQHz_AJmSCpMaJMRBSFKrKb2w"
            + "qVwGU_NsYOYL-QtiWN2lbzcEe6XC0dApr5ydQLrHqkHHig3RBordaZ6Aj-oBHqFEHYpPe7Tpe-OfVfHd1E6cS6M1FZcD1NNLYD5lFHpPI9bT"
            + "wJlsde3uhGqC0ZCuEHg8lhzwOHrtIQbS0FVbb9k3-tVTU4fg_3L_vniUFAKwuCLqKnS2BYwdq_mzSnbLY7h_qixoR7jig3__kRhuaxwUkRz5"
            + "iaiQkqgc5gHdrNP5zw",
        ["e"] = "AQAB",
    };

    private static readonly JsonObject EllipticCurveKey = new()
    {
        ["kty"] = "EC",
        ["kid"] = "bilbo.baggins@hobbiton.example",
        ["use"] = "sig",
        ["crv"] = "P-521",
        ["x"] = "AHKZLLOsCOzz5cY97ewNUajB957y-C-U88c3v13nmGZx6sYl_oJXu9A5RkTKqjqvjyekWF-7ytDyRXYgCF5cj0Kt",
        ["y"] = "AdymlHvOiLxXkEhayXQnNCvDX4h9htZaCJN34kfmC6pV5OhQHiraVySsUdaQkAgDPrwQrJmbnX9cwlGfP-HqHZR1",
    };

    [Theory]
    [InlineData(Rs256Text, "RS256")]
    [InlineData(Ps384Text, "PS384")]
    [InlineData(Es512Text, "ES512")]
    public void An_example_is_verified_with_its_own_algorithm_alone(string text, string algorithm)
    {
        VerificationKey key = Some.Key(algorithm == "ES512" ? EllipticCurveKey : RsaKey);
        var example = CompactJws.Of(text);

        Assert.Equal([algorithm], JwsAlgorithm.All.Select(row => row.Name).Where(name => example.IsSignedBy(key, name)));
        Assert.False(example.WithOtherPayload().IsSignedBy(key, algorithm));
    }

    [Theory]
    [InlineData(Rs256Text, "claims_malformed")]
    [InlineData(Ps384Text, "claims_malformed")]
    [InlineData(Es512Text, "claims_malformed")]
    [InlineData(Hs256Text, "algorithm_not_allowed")]
    public void As_tokens_the_examples_are_refused(string text, string code)
    {
        Assert.False(UnverifiedJwt.TryParse(Some.Utf8(text), out _, out Rejection? rejection));
        Assert.Equal(code, rejection.Code);
    }
}
