using Authorizers.Core.Events;

namespace Authorizers.Core.Decisions;

/// <summary>What distinguishes one function of the suite from another: how it comes from a request to a decision.</summary>
public interface IAuthorizer
{
    /// <summary>Makes ready during INIT what can be; an issuer that is down is a warning, not a failure.</summary>
    Task PrepareAsync(Deadline deadline);

    /// <summary>Credential, verification, decision.</summary>
    /// <exception cref="OutageException">Something it depends on is out of reach.</exception>
    ValueTask<Decision> DecideAsync(AuthorizerRequest request, Deadline deadline);
}
