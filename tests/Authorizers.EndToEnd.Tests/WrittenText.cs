using System.Text.Json;

namespace Authorizers.EndToEnd.Tests;

/// <summary>All that a process wrote.</summary>
/// <param name="Output">Standard output: the decision records, one a line.</param>
/// <param name="Errors">Standard error: lines for the operator.</param>
internal sealed record WrittenText(string Output, string Errors)
{
    /// <summary>Why each invocation was not allowed, in order; null where it was.</summary>
    public IReadOnlyList<string?> Codes =>
        [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("code").GetString())];

    public IReadOnlyList<string> ErrorLines => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public override string ToString() => $"Output:\n{Output}\nErrors:\n{Errors}";
}
