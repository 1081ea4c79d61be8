using Authorizers.Cli.Tokens;
using Authorizers.Cli.Tokens.Inspection;
using Authorizers.Core;
using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Verification;

namespace Authorizers.Cli.Explain;

/// <summary>
/// Which check decided. The function's own word comes first: the list of <c>token inspect</c> only names the check behind it, and
/// tells what a call that anyone may make leaves unsaid.
/// </summary>
internal sealed class CredentialChecks(AuthorizerConfiguration configuration, TimeProvider clock, Action<string> say)
{
    /// <summary>Null when nothing was decided about the credential.</summary>
    /// <param name="answer">The function's.</param>
    /// <param name="principal">Whom it names; null when it names nobody.</param>
    /// <param name="values">What was found where credentials are looked for.</param>
    public async Task<CheckVerdict?> NameAsync(
        FunctionAnswer answer, string? principal, IReadOnlyList<CredentialValue> values)
    {
        RecordFacts record = answer.Record;
        if (answer.IsFailure)
        {
            return null;
        }

        bool accepted = record.Outcome is "allowed" or "denied" && principal is not null && principal != Principal.Anonymous.Id;
        if (accepted)
        {
            return CheckVerdict.Held;
        }

        CredentialValue[] tokens = [.. values.Where(value => value.Kind == CredentialKind.BearerToken)];
        if (configuration.Credentials.ApiKey && (tokens.Length != 1 || record.Outcome != "unauthenticated"))
        {
            return record.Outcome == "unauthenticated" ? new CheckVerdict(null, record.Code, record.Claim) : null;
        }

        CheckVerdict inspected = await InspectAsync(tokens);
        if (record.Outcome != "unauthenticated" || inspected.Code == record.Code)
        {
            return inspected;
        }

        // The inspection has no client certificate, so the check of a bound token fails there by another code.
        bool isSameCheck = record.Claim is not null && record.Claim == inspected.Claim;
        return new CheckVerdict(isSameCheck ? inspected.Failed : null, record.Code, record.Claim);
    }

    private async Task<CheckVerdict> InspectAsync(IReadOnlyList<CredentialValue> values)
    {
        if (values.Count != 1)
        {
            return Refused(values.Count == 0 ? Rejection.CredentialMissing : Rejection.CredentialRepeated);
        }

        CredentialValue value = values[0];
        if (!value.IsBare && !BearerToken.TryRead(value.Text, out _, out Rejection? rejection))
        {
            return Refused(rejection);
        }

        var inspector = new TokenInspector(
            configuration, ConfiguredVerifier.Create(configuration, clock, say), clock, say);
        (CheckList checks, _) = await inspector.InspectAsync(value.Text);
        return checks.Failure is { } failure ? new CheckVerdict(failure.Name, failure.Code, failure.Claim) : CheckVerdict.Held;
    }

    private static CheckVerdict Refused(Rejection rejection) => new(CheckList.Credential, rejection.Code, rejection.Claim);
}
