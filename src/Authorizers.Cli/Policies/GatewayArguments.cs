using Authorizers.Core.Policies.Evaluation;

namespace Authorizers.Cli.Policies;

/// <summary>What of API Gateway's part in a decision the command line says.</summary>
internal sealed record GatewayArguments
{
    public required FileInfo? ResourcePolicy { get; init; }

    public required bool CrossAccount { get; init; }

    /// <summary>Null when it is not said.</summary>
    public required ApiKind? Api { get; init; }

    /// <summary>Condition keys and their values; a null says that the request has none.</summary>
    public required IReadOnlyList<KeyValuePair<string, string?>> Context { get; init; }
}
