using Authorizers.Core;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Cli.Tokens.Inspection;

/// <summary>All checks in the order that decides. Whichever nobody speaks of was not reached.</summary>
internal sealed class CheckList
{
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

    private static readonly string[] Names =
    [
        Credential, Size, Shape, Header, Claims, Issuer, Algorithm, Key, Signature,
        .. ClaimChecks.InOrder.Select(check => check.Name),
        Principal,
    ];

    private readonly CheckResult[] _results = [.. Names.Select(name => new CheckResult(name, CheckOutcome.NotReached))];

    public IReadOnlyList<CheckResult> Results => _results;

    /// <summary>The reason why the token is refused; null when there is none so far.</summary>
    public CheckResult? Failure => Array.Find(_results, result => result.Outcome == CheckOutcome.Failed);

    public bool AllPassed => Array.TrueForAll(_results, result => result.Outcome == CheckOutcome.Passed);

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

    /// <summary>It cannot be known.</summary>
    public void Fail(string name, OutageException outage) => Set(new CheckResult(name, CheckOutcome.Failed, outage.Code));

    private void Set(CheckResult result) => _results[Array.IndexOf(Names, result.Name)] = result;
}
