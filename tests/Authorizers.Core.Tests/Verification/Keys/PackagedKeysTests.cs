using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Verification.Keys;

public sealed class PackagedKeysTests
{
    private readonly PackagedKeys _keys = new(Some.KeySet(The.Rsa));

    [Fact]
    public async Task A_key_it_has_is_found() =>
        Assert.Equal(The.Rsa.Id, await FindAsync($$"""{"alg":"RS256","kid":"{{The.Rsa.Id}}"}"""));

    [Fact]
    public async Task A_key_it_does_not_have_is_unknown() =>
        Assert.Null(await FindAsync("""{"alg":"RS256","kid":"unknown"}"""));

    [Fact]
    public async Task There_is_nothing_to_prepare()
    {
        using Deadline passed = new(new StoppedClock(), The.Moment);

        await _keys.PrepareAsync(passed);

        Assert.Equal(The.Rsa.Id, await FindAsync("""{"alg":"PS256"}"""));
    }

    private async Task<string?> FindAsync(string header)
    {
        using Deadline passed = new(new StoppedClock(), The.Moment);
        return (await _keys.FindAsync(Some.ReadHeader(header), passed))?.Id;
    }
}
