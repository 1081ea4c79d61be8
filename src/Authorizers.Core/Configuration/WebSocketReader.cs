using Authorizers.Core.Verification.Handshakes;

namespace Authorizers.Core.Configuration;

/// <summary>Reads <c>webSocket</c>.</summary>
internal static class WebSocketReader
{
    private const string NoOrigin = "must name at least one origin; leave it out to let any page connect";
    private const string NoSubprotocol = "must name at least one subprotocol; leave it out for any";

    /// <summary>Null when there is none.</summary>
    public static WebSocketConfiguration? Read(ConfigurationMembers root)
    {
        if (!root.TryGet("webSocket", out ConfigurationNode? node))
        {
            return null;
        }

        ConfigurationMembers members = node.Members("origins", "requireOrigin", "subprotocols");
        IReadOnlyList<string> origins = ReadTexts(members, "origins", NoOrigin, ProblemOfOrigin);
        return new WebSocketConfiguration
        {
            Origins = members.TryGet("origins", out _) ? origins : null,
            RequireOrigin = members.Flag("requireOrigin"),
            Subprotocols = ReadTexts(members, "subprotocols", NoSubprotocol, ProblemOfSubprotocol),
        };
    }

    private static List<string> ReadTexts(
        ConfigurationMembers members, string name, string emptyProblem, Func<string, string?> problemOf)
    {
        List<string> texts = [];
        if (!members.TryGet(name, out ConfigurationNode? node))
        {
            return texts;
        }

        if (node.IsEmptyArray)
        {
            node.Problem(emptyProblem);
        }

        foreach (ConfigurationNode item in node.Items())
        {
            if (!item.TryText(out string? text))
            {
                continue;
            }

            if ((texts.Contains(text) ? "stands here twice" : problemOf(text)) is { } problem)
            {
                item.Problem(problem);
            }

            texts.Add(text);
        }

        return texts;
    }

    private static string? ProblemOfOrigin(string text) =>
        text == "null" ? "is what any page can send that has no origin of its own, such as a file or a sandboxed frame"
        : Origin.IsGood(text) ? null
        : Origin.Requirement;

    private static string? ProblemOfSubprotocol(string text) =>
        text.Length <= ApplicationSubprotocol.Longest && HttpToken.IsOne(text)
            ? null
            : "must be the name of a subprotocol: 1 to 64 letters, digits and !#$%&'*+-.^_`|~";
}
