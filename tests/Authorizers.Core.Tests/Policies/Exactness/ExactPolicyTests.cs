using System.Globalization;
using Authorizers.Tests.Shared.Routing;

namespace Authorizers.Core.Tests.Policies.Exactness;

/// <summary>
/// The builder against the oracle, over random tables, grants and calls. <c>POLICY_CASES=5000000 dotnet test
/// tests/Authorizers.Core.Tests --filter ExactPolicyTests</c> tries more cases than usual, <c>POLICY_SEED</c> others.
/// </summary>
public sealed class ExactPolicyTests
{
    private const int UsualCases = 100_000;

    /// <summary>Of tables made to clash; more would refuse tables that people write.</summary>
    private const double MaxRefusals = 0.20;

    /// <summary>Each refusal takes hundreds of calls to look into.</summary>
    private const int UsualRefusals = 1_500;

    private static readonly Lazy<Proof> TheProof = new(() => Proof.Of(Setting("POLICY_SEED", 0), Cases));

    private static int Cases => Setting("POLICY_CASES", UsualCases);

    private static IEnumerable<(OracleTable Table, Built.Clash Clash)> Refusals =>
        Cases == UsualCases ? TheProof.Value.Clashes.Take(UsualRefusals) : TheProof.Value.Clashes;

    [Fact]
    public void A_policy_allows_what_is_granted_and_nothing_else()
    {
        Assert.True(TheProof.Value.Counterexamples.Count == 0, TheProof.Value.Report());
        Assert.InRange(TheProof.Value.Allowed, Cases, long.MaxValue);
        Assert.InRange(TheProof.Value.Refused, Cases, long.MaxValue);
    }

    [Fact]
    public void Few_tables_are_refused() =>
        Assert.InRange((double)(TheProof.Value.Clashes.Count + TheProof.Value.TooLarge) / Cases, 0, MaxRefusals);

    [Fact]
    public void Where_the_plain_policy_is_exact_there_is_a_policy()
    {
        string[] missed =
        [
            .. Refusals.Where(refusal => IsPlainExact(refusal.Table, refusal.Clash))
                .Select(refusal => $"{refusal.Table}\n{refusal.Clash}\n"),
        ];
        Assert.True(missed.Length == 0, $"{missed.Length}\n{string.Join('\n', missed.OrderBy(text => text.Length).Take(5))}");
    }

    [Fact]
    public void Each_refusal_is_shown_by_two_calls()
    {
        string[] unfounded =
        [
            .. Refusals.Where(refusal => ClashWitness.Of(refusal.Table, refusal.Clash) is null)
                .Select(refusal => $"{refusal.Table}\n{refusal.Clash}\n"),
        ];
        Assert.True(unfounded.Length == 0, $"{unfounded.Length}\n{string.Join('\n', unfounded.OrderBy(text => text.Length).Take(5))}");
    }

    /// <summary>For many calls, those that show the refusal to be right among them.</summary>
    private static bool IsPlainExact(OracleTable table, Built.Clash clash)
    {
        const int calls = 200;
        var policy = new PlainPolicy(table);
        var chance = new Random(1);
        return (ClashWitness.Of(table, clash) is not { } witness || policy.IsExactFor(witness.Granted))
            && Enumerable.Range(0, calls).All(_ => policy.IsExactFor(RandomCalls.Plain(table, chance)));
    }

    private static int Setting(string name, int usual) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
