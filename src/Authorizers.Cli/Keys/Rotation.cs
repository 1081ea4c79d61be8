using Authorizers.Core.Verification.ApiKeys;

namespace Authorizers.Cli.Keys;

/// <summary>When the two keys of a rotation end, and why there may be none.</summary>
/// <param name="Now">Of the rotation.</param>
/// <param name="OldEnds">Unless the old key ends sooner by itself.</param>
/// <param name="NewEnds">Null for as long after now as the old key was made for.</param>
internal sealed record Rotation(DateTimeOffset Now, DateTimeOffset OldEnds, DateTimeOffset? NewEnds)
{
    /// <summary>Null, with a problem for each option, when they make no rotation.</summary>
    public static Rotation? Read(RotateArguments arguments, DateTimeOffset now, List<string> problems)
    {
        if (!SpanText.TryParse(arguments.Overlap, out TimeSpan overlap) || overlap > DateTimeOffset.MaxValue - now)
        {
            problems.Add($"--overlap takes {SpanText.Example}.");
        }

        DateTimeOffset ends = default;
        if (arguments.Expires is { } text && !MomentText.TryParse(text, now, out ends))
        {
            problems.Add($"--expires takes {MomentText.Example}.");
        }
        else if (arguments.Expires is not null && ends <= now)
        {
            problems.Add("--expires has passed: the new key would never be good.");
        }

        return problems.Count > 0 ? null : new Rotation(now, now + overlap, arguments.Expires is null ? null : ends);
    }

    /// <summary>Null when the key can be rotated.</summary>
    public string? ProblemOf(ApiKeyRecord old) =>
        !old.IsActive ? "is revoked"
        : Now >= old.Expires ? "has expired"
        : old.ReplacedBy is { } successor ? $"is replaced by {successor}"
        : null;

    /// <summary>The same rights, from now on.</summary>
    public ApiKeyRecord Renewed(ApiKeyRecord old) => old with
    {
        Created = Now,
        NotBefore = old.NotBefore > Now ? old.NotBefore : null,
        Expires = NewEnds ?? (old.Expires is { } end ? After(end - old.Created) ?? end : null),
        Revision = 1,
    };

    /// <summary>Good until the overlap is over.</summary>
    public ApiKeyRecord Replaced(ApiKeyRecord old, string successor) =>
        old with { ReplacedBy = successor, Expires = old.Expires < OldEnds ? old.Expires : OldEnds };

    /// <summary>Records that were not made here may have been made long after they expire, or long before.</summary>
    private DateTimeOffset? After(TimeSpan lifetime) =>
        lifetime <= TimeSpan.Zero || lifetime > DateTimeOffset.MaxValue - Now ? null : Now + lifetime;
}
