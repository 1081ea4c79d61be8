using System.Buffers.Text;
using Authorizers.Core.Verification.Jwt;
using FsCheck;
using FsCheck.Fluent;

namespace Authorizers.Core.Tests.Verification.Jwt;

public sealed class Base64UrlTextTests
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static Gen<byte[]> AnyBytes { get; } = Gen.Choose(0, 255).Select(number => (byte)number).ArrayOf();

    [Fact]
    public void What_was_encoded_is_decoded() =>
        Law.Holds(AnyBytes, bytes => Assert.Equal(bytes, Decoded(Base64Url.EncodeToUtf8(bytes))));

    [Fact]
    public void Each_byte_sequence_has_one_text_only() => Law.Holds(
        Gen.Elements(Alphabet.Select(letter => (byte)letter)).ArrayOf(),
        text =>
        {
            byte[]? bytes = Decoded(text);
            bool canonical = text.Length % 4 != 1 && Unpadded(text).SequenceEqual(text);
            Assert.Equal(canonical, bytes is not null);
            Assert.True(bytes is null || Base64Url.EncodeToUtf8(bytes).SequenceEqual(text));
        },
        tests: 3000);

    [Theory]
    [InlineData("QQ==")]
    [InlineData("QUE=")]
    [InlineData("QUFB=")]
    [InlineData("QUFB\n")]
    [InlineData(" QUFB")]
    [InlineData("QU FB")]
    [InlineData("QU\tFB")]
    [InlineData("QUF")]
    [InlineData("QR")]
    [InlineData("QUG")]
    [InlineData("Q")]
    [InlineData("QUFBQ")]
    [InlineData("+/+/")]
    [InlineData("QUF%")]
    [InlineData("QUF\u00e9")]
    [InlineData("QU.FB")]
    public void Any_other_spelling_is_refused(string text)
    {
        byte[] utf8 = Some.Utf8(text);

        Assert.All(
            Enumerable.Range(0, text.Length + 1),
            length => Assert.False(Base64UrlText.TryDecode(utf8, new byte[length]), $"into {length} bytes"));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("QQ", 1)]
    [InlineData("QUE", 2)]
    [InlineData("QUFB", 3)]
    [InlineData("QUFBQQ", 4)]
    public void The_destination_must_be_filled_exactly(string text, int length)
    {
        byte[] utf8 = Some.Utf8(text);

        Assert.Equal(length, Base64UrlText.DecodedLength(utf8.Length));
        Assert.True(Base64UrlText.TryDecode(utf8, new byte[length]));
        Assert.False(Base64UrlText.TryDecode(utf8, new byte[length + 1]));
        Assert.False(length > 0 && Base64UrlText.TryDecode(utf8, new byte[length - 1]));
    }

    [Fact]
    public void The_decoded_length_of_a_huge_text_does_not_overflow() =>
        Assert.Equal(1_610_612_735, Base64UrlText.DecodedLength(int.MaxValue));

    private static byte[]? Decoded(byte[] text)
    {
        byte[] bytes = new byte[Base64UrlText.DecodedLength(text.Length)];
        return Base64UrlText.TryDecode(text, bytes) ? bytes : null;
    }

    /// <summary>The text whose last letter's unused bits are cleared: the only one that may be read.</summary>
    private static byte[] Unpadded(byte[] text)
    {
        byte[] canonical = [.. text];
        int unused = (text.Length % 4) switch { 2 => 4, 3 => 2, _ => 0 };
        if (unused > 0)
        {
            int value = Alphabet.IndexOf((char)text[^1], StringComparison.Ordinal);
            canonical[^1] = (byte)Alphabet[value >> unused << unused];
        }

        return canonical;
    }
}
