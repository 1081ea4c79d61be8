namespace Authorizers.Core.Events;

/// <summary>
/// What an event tells of the request beyond the method called. A key may have no value, one, or several: how duplicates are taken
/// is for whoever asks.
/// </summary>
/// <remarks>It holds credentials, so it is no record and prints nothing of itself.</remarks>
public sealed class RequestValues(IReadOnlyList<KeyValuePair<RequestKey, string>> values)
{
    /// <summary>Of an event that tells nothing more, as a TOKEN event.</summary>
    public static RequestValues None { get; } = new([]);

    /// <summary>Every value under this key, in the order of the request; empty when there is none.</summary>
    public IReadOnlyList<string> Of(RequestKey key)
    {
        List<string> found = [];
        foreach ((RequestKey named, string value) in values)
        {
            if (named.Equals(key))
            {
                found.Add(value);
            }
        }

        return found;
    }
}
