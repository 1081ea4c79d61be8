using System.Runtime.InteropServices;

namespace Authorizers.Core.Verification.ApiKeys;

/// <summary>What there is of an API key that was presented.</summary>
/// <param name="Stored">What its id leads to.</param>
/// <param name="IsProven">Its secret is the stored one.</param>
/// <param name="AskedAt">When the record was asked for.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ApiKeyLookup(StoredApiKey Stored, bool IsProven, DateTimeOffset AskedAt);
