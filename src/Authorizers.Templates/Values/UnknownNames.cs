namespace Authorizers.Templates.Values;

/// <summary>The names within <c>${</c> and <c>}</c> of a resolved text, which only a deployment can replace.</summary>
internal static class UnknownNames
{
    private const string Opening = "${";

    public static IReadOnlyList<string> Of(string text)
    {
        var names = new List<string>();
        for (int at = text.IndexOf(Opening, StringComparison.Ordinal); at >= 0;)
        {
            int start = at + Opening.Length;
            int end = text.IndexOf('}', start);
            if (end < 0)
            {
                break;
            }

            if (text[start] != '!')
            {
                names.Add(text[start..end]);
            }

            at = text.IndexOf(Opening, start, StringComparison.Ordinal);
        }

        return names;
    }

    public static string Text(string name) => $"{Opening}{name}}}";

    /// <summary>A text that nothing in is to be replaced.</summary>
    public static string Literal(string text) => text.Replace(Opening, "${!", StringComparison.Ordinal);
}
