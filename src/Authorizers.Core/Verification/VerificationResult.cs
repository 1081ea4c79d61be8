using System.Diagnostics.CodeAnalysis;

namespace Authorizers.Core.Verification;

/// <summary>
/// What is known of a credential after all checks: whose it is, or why it was refused. The default value refuses.
/// </summary>
public readonly struct VerificationResult
{
    private readonly Rejection? _rejection;

    internal VerificationResult(Principal principal, Evidence evidence) => (Principal, Evidence) = (principal, evidence);

    /// <param name="rejection">The first check that failed.</param>
    /// <param name="evidence">What of ours the credential referred to.</param>
    public VerificationResult(Rejection rejection, Evidence evidence = default) => (_rejection, Evidence) = (rejection, evidence);

    /// <summary>True when there is a principal; anything else is a refusal.</summary>
    [MemberNotNullWhen(true, nameof(Principal))]
    public bool Succeeded => Principal is not null;

    /// <summary>The verified caller; null when refused.</summary>
    public Principal? Principal { get; }

    /// <summary>The first check that failed; without meaning when <see cref="Succeeded"/>.</summary>
    public Rejection Rejection => _rejection ?? Rejection.CredentialMissing;

    /// <summary>What of ours the credential referred to, for the record.</summary>
    public Evidence Evidence { get; }
}
