using Authorizers.Templates.Values;

namespace Authorizers.Templates.Apis.Reading;

/// <summary>The headers of a gateway response, under their names in small letters.</summary>
internal static class ResponseHeaders
{
    /// <summary>Of two that differ in capitals alone the last stays.</summary>
    public static IReadOnlyDictionary<string, string> Headers(this IEnumerable<(string Name, TemplateText Value)> parameters)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, TemplateText value) in parameters)
        {
            headers[name.ToLowerInvariant()] = value.Text;
        }

        return headers;
    }
}
