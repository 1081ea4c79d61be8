using Microsoft.IdentityModel.JsonWebTokens;

namespace Authorizers.EndToEnd.Tests.Oracles;

/// <summary>The same tokens before all verifiers, once for all tests that ask.</summary>
public sealed class OracleRun(NodePackages packages)
{
    internal const int Tokens = 20_000;
    private const int Seed = 20261120;

    private Task<IReadOnlyList<JudgedToken>>? _judged;

    /// <summary>The version of IdentityModel that this feed has.</summary>
    internal static Oracle IdentityModel { get; } =
        typeof(JsonWebTokenHandler).Assembly.GetName().Version!.Major == 6 ? Oracle.IdentityModel6 : Oracle.IdentityModel8;

    internal Task<IReadOnlyList<JudgedToken>> JudgedAsync() => _judged ??= JudgeAsync();

    private async Task<IReadOnlyList<JudgedToken>> JudgeAsync()
    {
        var issuer = new GeneratedIssuer();
        GeneratedToken[] tokens = [.. new GeneratedTokens(issuer, Seed).Take(Tokens)];
        Task<IReadOnlyList<Opinion>> judging = new JoseOracle(issuer, packages).JudgeAsync(tokens);

        var clock = new StoppedClock(GeneratedIssuer.Moment);
        using var forgetful = new OwnVerifier(issuer.KeySetText(), clock, rememberedTokens: 0);
        using var remembering = new OwnVerifier(issuer.KeySetText(), clock);
        var identityModel = new IdentityModelOracle(issuer);
        List<JudgedToken> judged = [];
        foreach (GeneratedToken token in tokens)
        {
            judged.Add(new JudgedToken(token)
            {
                Own = await forgetful.JudgeAsync(token.Text),
                First = await remembering.JudgeAsync(token.Text),
                Again = await remembering.JudgeAsync(token.Text),
                IdentityModel = identityModel.Judge(token),
            });
        }

        IReadOnlyList<Opinion> jose = await judging;
        Assert.Equal(Tokens, jose.Count);
        return [.. judged.Zip(jose, (token, opinion) => token with { Jose = opinion })];
    }
}
