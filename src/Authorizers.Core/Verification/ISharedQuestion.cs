using System.Diagnostics.CodeAnalysis;

namespace Authorizers.Core.Verification;

/// <summary>What is asked of others, and what is kept of their answers.</summary>
/// <typeparam name="TSubject">What a question is about.</typeparam>
/// <typeparam name="TAnswer">What is answered.</typeparam>
internal interface ISharedQuestion<TSubject, TAnswer>
{
    /// <summary>An answer at hand.</summary>
    bool TryFind(TokenDigest digest, TSubject subject, DateTimeOffset now, [MaybeNullWhen(false)] out TAnswer answer);

    /// <summary>Asks; the subject is good until the first wait.</summary>
    /// <exception cref="OutageException">There is no answer to be had.</exception>
    Task<TAnswer> PutAsync(TSubject subject, CancellationToken cancel);

    /// <summary>Keeps what is worth keeping.</summary>
    void Keep(TokenDigest digest, TSubject subject, TAnswer answer, DateTimeOffset askedAt);

    /// <summary>What to say of an answer that came too late.</summary>
    OutageException Late();
}
