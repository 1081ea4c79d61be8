namespace Authorizers.Core.Verification.ApiKeys;

/// <summary>Where the records of API keys are.</summary>
public interface IApiKeyRecords
{
    /// <summary>Makes ready during INIT what can be; what fails is a warning.</summary>
    Task PrepareAsync(Deadline deadline);

    /// <summary>The record of that id; null when there is none.</summary>
    /// <exception cref="OutageException">The records are out of reach, or this one is broken.</exception>
    Task<ApiKeyRecord?> FindAsync(string id, CancellationToken cancel);
}
