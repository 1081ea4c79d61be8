namespace Authorizers.Core.Verification;

/// <summary>A verified caller, reduced to what the configuration asks for. It prints its type's name.</summary>
public sealed record Principal
{
    /// <summary>Becomes <c>principalId</c>: the value of the configured principal claim.</summary>
    public required string Id { get; init; }

    /// <summary>What the client may do on the caller's behalf (RFC 6749 section 3.3).</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Groups or roles that the caller is in.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>
    /// Those of its claims that routes ask for, by the name asked for, and of each the values that some route accepts.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Claims { get; init; } = [];

    /// <summary>For the backend: strings, booleans, longs and doubles under the configured names.</summary>
    public IReadOnlyList<KeyValuePair<string, object>> Context { get; init; } = [];

    /// <summary>From when on the credential is refused, the clock skew included; null when that is not known.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>The API Gateway key that its calls are metered by; null when they are not.</summary>
    public string? UsageIdentifierKey { get; init; }

    /// <summary>The routes that its API key is limited to, as the table writes them; null for all.</summary>
    internal IReadOnlyList<string>? Routes { get; init; }

    /// <summary>Whose API key it presented beside its own credential: what that may not call, neither may this.</summary>
    internal Principal? KeyHolder { get; init; }

    /// <summary>Why it may call nothing, whatever the routes grant; null when nothing stands against it.</summary>
    internal Rejection? Obstacle { get; init; }

    /// <summary>Who calls a route that anyone may call without an acceptable credential.</summary>
    internal static Principal Anonymous { get; } = new() { Id = "anonymous" };

    /// <summary>The type's name: what is known of a caller is nothing to print.</summary>
    public override string ToString() => nameof(Principal);
}
