using Authorizers.Core.Verification.Jwt;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Verification.Keys;

/// <summary>What holds for every algorithm.</summary>
public sealed class VerificationKeyTests
{
    private static readonly byte[] Input = Some.Utf8("header.claims");

    public static TheoryData<string> Algorithms { get; } = [.. JwsAlgorithm.All.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void What_the_platform_signed_is_verified(string name)
    {
        SigningKey key = The.KeyFor(name);
        byte[] signature = key.Sign(The.Algorithm(name), Input);

        Assert.True(key.PublicKey.Verify(The.Algorithm(name), Input, signature));
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void A_signature_is_good_for_its_own_algorithm_only(string name)
    {
        SigningKey key = The.KeyFor(name);
        byte[] signature = key.Sign(The.Algorithm(name), Input);

        Assert.All(
            JwsAlgorithm.All.Where(other => other.Name != name),
            other => Assert.False(key.PublicKey.Verify(other, Input, signature), other.Name));
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Any_altered_bit_of_the_signature_is_refused(string name)
    {
        SigningKey key = The.KeyFor(name);
        VerificationKey publicKey = key.PublicKey;
        byte[] signature = key.Sign(The.Algorithm(name), Input);

        for (int at = 0; at < signature.Length; at += 7)
        {
            byte[] altered = [.. signature];
            altered[at] ^= (byte)(1 << (at % 8));
            Assert.False(publicKey.Verify(The.Algorithm(name), Input, altered), $"byte {at}");
        }
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void A_signature_of_another_length_is_refused(string name)
    {
        SigningKey key = The.KeyFor(name);
        byte[] signature = key.Sign(The.Algorithm(name), Input);
        byte[][] others =
            [[], [0], signature[1..], signature[..^1], [.. signature, 0], [0, .. signature], [.. signature, .. signature]];

        Assert.All(others, other => Assert.False(key.PublicKey.Verify(The.Algorithm(name), Input, other)));
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Another_input_is_refused(string name)
    {
        SigningKey key = The.KeyFor(name);
        byte[] signature = key.Sign(The.Algorithm(name), Input);

        Assert.False(key.PublicKey.Verify(The.Algorithm(name), Some.Utf8("header.claims2"), signature));
        Assert.False(key.PublicKey.Verify(The.Algorithm(name), [], signature));
    }

    [Fact]
    public void One_key_serves_many_at_the_same_time()
    {
        VerificationKey key = The.Rsa.PublicKey;
        byte[] signature = The.Rsa.Sign(The.Rs256, Input);
        int verified = 0;

        Parallel.For(0, 200, i => Interlocked.Add(ref verified, key.Verify(The.Rs256, Input, signature) ? 1 : 0));

        Assert.Equal(200, verified);
    }
}
