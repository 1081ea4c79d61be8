using Authorizers.Core.Credentials;

namespace Authorizers.Core.Tests.Credentials;

public sealed class ApiKeyTests
{
    private const string Example = "gla_AbCdEfGhIjKl_MnOpQrStUvWxYz0123456789abcdef";

    /// <summary>By another implementation of CRC-32 (zlib's).</summary>
    [Theory]
    [InlineData("gla_000000000000000000000000000000", "0Tru2Q")]
    [InlineData("gla_AbCdEfGhIjKlMnOpQrStUvWxYz0123", "4Wv1Yw")]
    [InlineData("123456789", "3jZRME")]
    [InlineData("", "000000")]
    public void A_checksum_is_the_CRC_32_in_base_62(string text, string expected)
    {
        byte[] checksum = new byte[ApiKeyChecksum.Length];

        ApiKeyChecksum.Write(Some.Utf8(text), checksum);

        Assert.Equal(expected, System.Text.Encoding.ASCII.GetString(checksum));
    }

    [Theory]
    [InlineData("gla")]
    [InlineData("k1")]
    [InlineData("abcdefghij")]
    public void A_new_key_is_read_as_what_it_is(string prefix)
    {
        ApiKey made = ApiKey.Create(prefix);

        Assert.True(ApiKey.TryRead(Some.Utf8(made.Reveal()), prefix, out ApiKey? read, out _));
        Assert.Equal((made.Id, made.Reveal()), (read.Id, read.Reveal()));
        Assert.Equal(made.Proof.ToArray(), read.Proof.ToArray());
        Assert.Matches($"^{prefix}_[0-9A-Za-z]{{12}}_[0-9A-Za-z]{{36}}$", made.Reveal());
        Assert.InRange((made.Proof.Length - ApiKey.IdLength - 1) * Math.Log2(62), 170, 512);
    }

    [Fact]
    public void A_key_does_not_change_with_the_buffer_it_was_read_from()
    {
        string text = ApiKey.Create("gla").Reveal();
        byte[] buffer = Some.Utf8(text);
        Assert.True(ApiKey.TryRead(buffer, "gla", out ApiKey? key, out _));

        ApiKey.Create("gla").Reveal().Select(letter => (byte)letter).ToArray().CopyTo(buffer, 0);

        Assert.Equal(text, key.Reveal());
        Assert.Equal(text[4..47], System.Text.Encoding.ASCII.GetString(key.Proof.Span));
    }

    [Fact]
    public void A_key_prints_its_id_alone()
    {
        ApiKey key = ApiKey.Create("gla");

        Assert.Equal(key.Id, $"{key}");
        Assert.Equal(12, key.Id.Length);
    }

    /// <summary>Chi-squared over 62 letters: 61 degrees of freedom exceed 130 once in a million runs.</summary>
    [Fact]
    public void Every_letter_of_a_secret_is_as_likely_as_any_other()
    {
        const int Keys = 2000;
        int[] counts = new int[128];
        for (int i = 0; i < Keys; i++)
        {
            foreach (byte letter in ApiKey.Create("gla").Proof.Span[(ApiKey.IdLength + 1)..])
            {
                counts[letter]++;
            }
        }

        double expected = Keys * 30 / 62.0;
        Assert.InRange(ApiKey.Alphabet.Sum(letter => Math.Pow(counts[letter] - expected, 2) / expected), 20, 130);
    }

    [Theory]
    [InlineData("", "credential_missing")]
    [InlineData("gla", "key_malformed")]
    [InlineData(Example, "key_malformed")]
    [InlineData(Example + "000000,x", "credential_repeated")]
    [InlineData(Example + "00000", "key_malformed")]
    [InlineData(Example + "0000000", "key_malformed")]
    [InlineData("GLA_AbCdEfGhIjKl_MnOpQrStUvWxYz0123456789abcdef000000", "key_malformed")]
    [InlineData("gla-AbCdEfGhIjKl_MnOpQrStUvWxYz0123456789abcdef000000", "key_malformed")]
    [InlineData("gla_AbCdEfGhIjKl-MnOpQrStUvWxYz0123456789abcdef000000", "key_malformed")]
    [InlineData("gla_AbCdEfGhIj_l_MnOpQrStUvWxYz0123456789abcdef000000", "key_malformed")]
    [InlineData("gla_AbCdEfGhIjKl_MnOpQrStUvWxYz012345678 abcdef000000", "key_malformed")]
    [InlineData("gla_AbCdEfGhIjKl_MnOpQrStUvWxYz012345678äabc000000", "key_malformed")]
    [InlineData("gla_AbCdEfGhIjKl_MnOpQrStUvWxYz0123456789abcdef000000", "key_checksum")]
    public void What_is_no_key_is_refused_by_its_looks(string text, string code)
    {
        Assert.False(ApiKey.TryRead(Some.Utf8(text), "gla", out ApiKey? key, out Rejection? rejection));
        Assert.Null(key);
        Assert.Equal(code, rejection.Code);
    }

    [Fact]
    public void A_key_with_any_one_letter_changed_is_refused_by_its_checksum()
    {
        string text = ApiKey.Create("gla").Reveal();
        for (int at = 4; at < text.Length; at++)
        {
            if (text[at] != '_')
            {
                string changed = $"{text[..at]}{(text[at] == 'x' ? 'y' : 'x')}{text[(at + 1)..]}";
                Assert.False(ApiKey.TryRead(Some.Utf8(changed), "gla", out _, out Rejection? rejection));
                Assert.Equal("key_checksum", rejection.Code);
            }
        }
    }

    [Theory]
    [InlineData("gla", true)]
    [InlineData("k1", true)]
    [InlineData("abcdefghij", true)]
    [InlineData("a", false)]
    [InlineData("abcdefghijk", false)]
    [InlineData("1a", false)]
    [InlineData("Gla", false)]
    [InlineData("gl_a", false)]
    [InlineData("", false)]
    public void A_prefix_is_short_and_small(string text, bool isPrefix)
    {
        Assert.Equal(isPrefix, ApiKey.IsPrefix(text));
        Assert.Equal(!isPrefix, Record.Exception(() => ApiKey.Create(text)) is ArgumentException);
    }
}
