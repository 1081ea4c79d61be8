using Authorizers.Core.Responses;

namespace Authorizers.Core.Configuration;

/// <summary>Reads what says how answers look, how large they may be and how long API Gateway keeps them.</summary>
internal static class AnswerReader
{
    private const int LeastContextBytes = 256;

    /// <summary>All that a WebSocket API takes of an answer.</summary>
    internal const int MostContextBytes = 8_192;

    private const int LeastResponseBytes = 1_024;
    private const int MostResponseBytes = 1_048_576;

    private static readonly TimeSpan MaxResultTtl = TimeSpan.FromHours(1);

    /// <summary>Seconds, as API Gateway takes it: at most an hour, and none for a WebSocket API.</summary>
    public static TimeSpan ReadResultTtl(ConfigurationMembers root, EventKind events) =>
        root.TryGet("resultTtl", out ConfigurationNode? node) ? node.Duration(MaxResultTtl)
        : events == EventKind.WebSocket ? TimeSpan.Zero
        : AuthorizerConfiguration.DefaultResultTtl;

    public static int ReadMaxContextBytes(ConfigurationMembers root) =>
        root.TryGet("maxContextBytes", out ConfigurationNode? node)
        && node.TryCount(LeastContextBytes, MostContextBytes, out int bytes)
            ? bytes
            : AuthorizerConfiguration.DefaultMaxContextBytes;

    public static int ReadMaxResponseBytes(ConfigurationMembers root) =>
        root.TryGet("maxResponseBytes", out ConfigurationNode? node)
        && node.TryCount(LeastResponseBytes, MostResponseBytes, out int bytes)
            ? bytes
            : AuthorizerConfiguration.DefaultMaxResponseBytes;

    public static ResponseKind ReadResponse(ConfigurationMembers root)
    {
        switch (root.Text("response"))
        {
            case "simple":
                return ResponseKind.Simple;
            case "policy" or null:
                return ResponseKind.Policy;
            default:
                root.Problem("response", "must be \"policy\" or \"simple\"");
                return ResponseKind.Policy;
        }
    }

    public static OnUnauthenticated ReadOnUnauthenticated(ConfigurationMembers root)
    {
        switch (root.Text("onUnauthenticated"))
        {
            case "deny":
                return OnUnauthenticated.Deny;
            case "throw" or null:
                return OnUnauthenticated.Throw;
            default:
                root.Problem("onUnauthenticated", "must be \"throw\" or \"deny\"");
                return OnUnauthenticated.Throw;
        }
    }
}
