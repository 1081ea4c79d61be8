using Authorizers.Core;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Cli.Tokens.Inspection;

/// <summary>All checks in the order that decides. Whichever nobody speaks of was not reached.</summary>
internal sealed class CheckList
{
    private readonly CheckResult[] _results;

    private CheckList(IEnumerable<string> names) =>
        _results = [.. names.Select(name => new CheckResult(name, CheckOutcome.NotReached))];

    public const string Credential = "credential";
    public const string Size = "size";
    public const string Shape = "shape";
    public const string Header = "header";
    public const string Claims = "claims";
    public const string Issuer = "issuer";
    public const string Algorithm = "algorithm";
    public const string Key = "key";
    public const string Signature = "signature";
    public const string Principal = "principal";

    public const string Introspection = "introspection";

    public IReadOnlyList<CheckResult> Results => _results;

    /// <summary>The reason why the token is refused; null when there is none so far.</summary>
    public CheckResult? Failure => Array.Find(_results, result => result.Outcome == CheckOutcome.Failed);

    public bool AllPassed => Array.TrueForAll(_results, result => result.Outcome == CheckOutcome.Passed);

    public static CheckList OfJwt() => new(
    [
        Credential, Size, Shape, Header, Claims, Issuer, Algorithm, Key, Signature,
        .. ClaimChecks.InOrder.Select(check => check.Name),
        Principal,
    ]);

    /// <summary>What the issuer says of it, and the checks of that, are one.</summary>
    public static CheckList OfOpaqueToken() => new([Credential, Introspection]);

    public void Pass(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            Set(new CheckResult(name, CheckOutcome.Passed));
        }
    }

    public void Fail(string name, Rejection rejection, IReadOnlyList<string>? accepted = null)
    {
        CheckOutcome outcome = Failure is null ? CheckOutcome.Failed : CheckOutcome.AlsoFails;
        Set(new CheckResult(name, outcome, rejection.Code, rejection.Claim) { Accepted = accepted ?? [] });
    }

    /// <summary>The next check cannot be made.</summary>
    public void Fail(OutageException outage)
    {
        CheckResult next = _results.First(result => result.Outcome == CheckOutcome.NotReached);
        Set(new CheckResult(next.Name, CheckOutcome.Failed, outage.Code));
    }

    private void Set(CheckResult result) => _results[Array.FindIndex(_results, known => known.Name == result.Name)] = result;
}
