namespace Authorizers.Core.Verification.Keys;

/// <summary>What one fetch found.</summary>
/// <param name="Fetch">Which fetch; 0 for keys deployed with the function.</param>
/// <param name="Keys">The keys.</param>
/// <param name="AsOf">When the fetch was begun: what it brought may be as old as that.</param>
/// <param name="Address">Where the keys were found; null for keys deployed with the function.</param>
internal sealed record KeySnapshot(int Fetch, KeySet Keys, DateTimeOffset AsOf, string? Address);
