using System.Globalization;

namespace Authorizers.Core.Policies;

/// <summary>
/// One statement about <c>execute-api:Invoke</c>. It names resources or the resources it is not about, never both.
/// </summary>
public sealed class Statement
{
    /// <summary>The only action there is in these policies.</summary>
    public const string Action = "execute-api:Invoke";

    /// <summary>The condition operator of <see cref="Until"/>.</summary>
    public const string Before = "DateLessThan";

    /// <summary>The condition key of <see cref="Until"/>.</summary>
    public const string CurrentTime = "aws:CurrentTime";

    /// <summary>Allow or Deny; Deny when not said.</summary>
    public Effect Effect { get; init; }

    /// <summary>ARNs, possibly with <c>*</c> and <c>?</c>.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>It applies before this moment only, by the condition key <c>aws:CurrentTime</c>; always, when null.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The same as IAM writes it: ISO 8601, in UTC, the fraction of a second left out.</summary>
    public string? UntilText => Until?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The statement is about all resources but these.</summary>
    public IReadOnlyList<string> NotResources { get; init; } = [];
}
