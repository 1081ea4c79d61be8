using System.Text.Json;

namespace Authorizers.Tests.Pairs;

/// <summary>All that comes out of the function.</summary>
/// <param name="Printed">What the invoke command prints: the response or the error, and a line feed.</param>
/// <param name="Records">All that was written to the stream of decision records, of this invocation and those before it.</param>
/// <param name="Lines">All that was said to the operator.</param>
internal sealed record Answer(byte[] Printed, string Records, string Lines)
{
    /// <summary>True for an error.</summary>
    public bool Failed => Json().TryGetProperty("errorType", out _);

    public JsonElement Json() => JsonElement.Parse(Printed);

    /// <summary>The one record; a test fails when there is none, a second one or a torn one.</summary>
    public DecisionLine Record()
    {
        Assert.EndsWith("\n", Records);
        return DecisionLine.Parse(Assert.Single(Records[..^1].Split('\n')));
    }
}
