using System.Text.Json.Nodes;

namespace Authorizers.Core.Tests.Documentation.Providers;

/// <summary>Signs what a provider would say.</summary>
internal static class ProviderToken
{
    /// <summary>The header that most providers write: no type, or <c>JWT</c>, which says nothing.</summary>
    public const string Header = """{"kid":"rsa","alg":"RS256"}""";

    /// <summary>A provider's token, with whatever is another one's in it.</summary>
    public static string Of(string claims, Action<JsonObject>? spoil = null, string header = Header)
    {
        JsonObject said = JsonNode.Parse(claims)!.AsObject();
        spoil?.Invoke(said);
        string algorithm = JsonNode.Parse(header)!["alg"]!.GetValue<string>();
        return Some.Token(header, said.ToJsonString(), The.KeyFor(algorithm), algorithm);
    }
}
