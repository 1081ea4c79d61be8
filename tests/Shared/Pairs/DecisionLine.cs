using System.Text.Json;

namespace Authorizers.Tests.Pairs;

/// <summary>Of a decision record, what the event alone determines.</summary>
/// <param name="Outcome">One of the five.</param>
/// <param name="Code">Null when allowed.</param>
/// <param name="Claim">Null when no claim is at fault.</param>
/// <param name="Route">Null when the table names none for the call.</param>
internal sealed record DecisionLine(string Outcome, string? Code, string? Claim, string? Route)
{
    public static DecisionLine Parse(string json)
    {
        JsonElement record = JsonElement.Parse(json);
        return new DecisionLine(
            record.GetProperty("outcome").GetString()!,
            record.GetProperty("code").GetString(),
            record.GetProperty("claim").GetString(),
            record.GetProperty("route").GetString());
    }
}
