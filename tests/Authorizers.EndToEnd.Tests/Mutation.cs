namespace Authorizers.EndToEnd.Tests;

/// <summary>Spoils texts, the same way for the same seed.</summary>
internal sealed class Mutation(int seed)
{
    private const string Telling = ".=-_+/ \\\"{}[]:,*?$%AQgw019\n\t\0é";

    private readonly Random _random = new(seed);

    /// <summary>One to four small changes; sometimes they leave the text as it was.</summary>
    public string Of(string text)
    {
        for (int change = _random.Next(1, 5); change > 0 && text.Length > 1; change--)
        {
            text = Change(text);
        }

        return text;
    }

    public T Choose<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    private string Change(string text)
    {
        int at = _random.Next(text.Length);
        int length = Math.Min(_random.Next(1, 8), text.Length - at);
        char letter = _random.Next(2) == 0 ? Telling[_random.Next(Telling.Length)] : text[_random.Next(text.Length)];
        return _random.Next(6) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, letter.ToString()),
            2 => text.Remove(at, 1).Insert(at, letter.ToString()),
            3 => text.Insert(at, text.Substring(at, length)),
            4 => text.Remove(at, 1).Insert(at, ((char)(text[at] ^ (1 << _random.Next(7)))).ToString()),
            _ => text[..at] + text[at..].ToUpperInvariant(),
        };
    }
}
