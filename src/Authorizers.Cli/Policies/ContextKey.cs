using Authorizers.Core;
using Authorizers.Core.Policies.Evaluation;

namespace Authorizers.Cli.Policies;

/// <summary>A condition key on the command line. API Gateway writes some in one form only, so others are refused.</summary>
internal static class ContextKey
{
    public const string SourceIp = "aws:SourceIp";

    /// <summary><c>KEY=VALUE</c>; a value may hold <c>=</c> itself. The value of KEY alone is null.</summary>
    public static KeyValuePair<string, string?> Read(string text) =>
        text.IndexOf('=') is >= 0 and var equals ? new(text[..equals], text[(equals + 1)..]) : new(text, null);

    public static bool IsFit(string key, string? value) => key.Length > 0 && (value is null || key.ToLowerInvariant() switch
    {
        "aws:sourceip" => NetworkAddress.TryParse(value, out _),
        "aws:currenttime" or "aws:epochtime" => PolicyDate.TryParse(value, out _),
        "aws:securetransport" => value is "true" or "false",
        _ => true,
    });
}
