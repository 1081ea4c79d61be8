using System.Text;
using System.Text.Json;
using Authorizers.Core.Policies;
using Authorizers.Core.Responses;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Tests.Verification.Jwt;

public sealed class ContextClaimsTests
{
    private const int Budget = 4096;

    [Theory]
    [InlineData("\"text\"", "text")]
    [InlineData("\"\"", "")]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("7", 7L)]
    [InlineData("-7", -7L)]
    [InlineData("9007199254740993", 9007199254740993L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("9223372036854775808", 9223372036854775808.0)]
    [InlineData("1.5", 1.5)]
    [InlineData("1e2", 100.0)]
    [InlineData("[\"a\",\"b c\"]", "a b c")]
    [InlineData("[]", "")]
    public void A_context_value_keeps_its_type(string value, object expected) =>
        Assert.Equal([new("x", expected)], ContextOf(value));

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("[\"a\",null]")]
    [InlineData("[[]]")]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    public void What_the_gateway_cannot_take_is_left_out(string value) => Assert.Empty(ContextOf(value));

    [Theory]
    [InlineData("\"a\\r\\nX-Admin: 1\"", "aX-Admin: 1")]
    [InlineData("\"\\u0000a\\u001f\\u007f\\u0085\\u009fb\"", "ab")]
    [InlineData("\"\\t\"", "")]
    [InlineData("\"a\\u2028b\\u2029c\"", "abc")]
    [InlineData("\"user\\u202egnp.exe\\u2066\\u200e\\u061c\"", "usergnp.exe")]
    [InlineData("[\"a\",\"b\\nc\"]", "a bc")]
    public void What_ends_a_line_or_turns_a_text_around_is_stripped(string value, string expected) =>
        Assert.Equal([new("x", expected)], ContextOf(value));

    [Theory]
    [InlineData("a b")]
    [InlineData("M\u00fcller \u00a0 \u200d \u65e5\u672c \U0001F469\u200d\U0001F680")]
    public void Any_other_letter_stays(string text)
    {
        Assert.Equal(text, ContextText.Clean(text));
        Assert.Equal($"{text}{text}", ContextText.Clean($"{text}\u0000{text}"));
    }

    /// <summary>Code units in hexadecimal, since the names of tests take no half letters.</summary>
    [Theory]
    [InlineData("D83D", "")]
    [InlineData("DE00 D83D", "")]
    [InlineData("61 D83D 62 DE00 63", "abc")]
    [InlineData("D83D D83D DE00 DE00", "\U0001F600")]
    public void Half_a_letter_is_stripped_and_a_whole_one_stays(string units, string expected)
    {
        string text = string.Concat(units.Split(' ').Select(unit => (char)Convert.ToInt32(unit, 16)));

        Assert.Equal(expected, ContextText.Clean(text));
        Assert.Equal($"{expected}!", ContextText.Clean($"\u0001{text}!"));
    }

    [Fact]
    public void Context_comes_in_the_configured_order_and_without_what_is_missing()
    {
        var claims = new ContextClaims([new("b", new("two")), new("c", new("three")), new("a", new("one"))], Budget);

        Assert.True(claims.TryRead(Verified("""{"one":1,"two":2}"""), out var context));
        Assert.Equal(["b", "a"], context.Select(pair => pair.Key));
    }

    [Theory]
    [InlineData("", 256 - 8, true)]
    [InlineData("", 257 - 8, false)]
    [InlineData("é", 254 - 8, true)]
    [InlineData("é", 255 - 8, false)]
    [InlineData("\\\"", 254 - 8, true)]
    [InlineData("\\\"", 255 - 8, false)]
    [InlineData("\\n", 256 - 8, true)]
    public void A_context_is_measured_in_the_bytes_that_are_answered(string beginning, int letters, bool fits)
    {
        var claims = new ContextClaims([new("x", new("one"))], 256);

        string one = beginning + new string('a', letters);

        Assert.Equal(fits, claims.TryRead(Verified($$"""{"one":"{{one}}"}"""), out var context));
        Assert.Equal(fits ? 1 : 0, context.Count);
    }

    [Fact]
    public void What_was_measured_is_what_is_written()
    {
        KeyValuePair<string, ClaimName>[] names = [new("text", new("one")), new("number", new("two")), new("flag", new("three"))];
        VerifiedClaims claims = Verified("""{"one":"é\u0001\"\\<日😀","two":1e100,"three":true}""");
        Assert.True(new ContextClaims(names, Budget).TryRead(claims, out var context));
        int length = Encoding.UTF8.GetByteCount(Written(context));

        Assert.True(new ContextClaims(names, length).TryRead(claims, out _));
        Assert.False(new ContextClaims(names, length - 1).TryRead(claims, out _));
    }

    private static string Written(IReadOnlyList<KeyValuePair<string, object>> context)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, CompactJson.Options))
        {
            AuthorizerResponseJson.Write(writer, new PolicyResponse("p", PolicyDocument.DenyAll(The.Call), context));
        }

        string text = Encoding.UTF8.GetString(json.ToArray());
        return text[(text.IndexOf("\"context\":", StringComparison.Ordinal) + "\"context\":".Length)..^1];
    }

    private static List<KeyValuePair<string, object>> ContextOf(string value)
    {
        var claims = new ContextClaims([new("x", new("/deep/er"))], Budget);
        Assert.True(claims.TryRead(Verified($$$"""{"deep":{"er":{{{value}}}}}"""), out var context));
        return [.. context];
    }

    private static VerifiedClaims Verified(string claims) => new(Some.Json(claims));
}
