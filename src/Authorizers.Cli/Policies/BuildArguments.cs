using Authorizers.Core.Events;

namespace Authorizers.Cli.Policies;

/// <summary>Whose policy to build, and for which API and stage.</summary>
internal sealed record BuildArguments
{
    public required FileInfo? Configuration { get; init; }

    public required MethodArn Method { get; init; }

    /// <summary>A caller without an acceptable credential.</summary>
    public required bool Anonymous { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>What the caller's API key is limited to, as the command line has it; empty for no limit.</summary>
    public required IReadOnlyList<string> Routes { get; init; }

    /// <summary>Claim and value; a claim may come several times.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Claims { get; init; }

    /// <summary>What the request carries, for routes that ask.</summary>
    public required IReadOnlyList<KeyValuePair<RequestKey, string>> Values { get; init; }
}
