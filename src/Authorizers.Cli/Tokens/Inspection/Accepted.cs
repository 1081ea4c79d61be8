using Authorizers.Core.Configuration;

namespace Authorizers.Cli.Tokens.Inspection;

/// <summary>What the configuration would take, for whoever wonders what is missing.</summary>
internal static class Accepted
{
    public static IReadOnlyList<string> Issuers(AuthorizerConfiguration configuration) =>
        [.. configuration.Issuers.SelectMany(issuer => issuer.AlternateIssuers.Prepend(issuer.Issuer))];

    /// <summary>Empty where a check has no list.</summary>
    public static IReadOnlyList<string> By(string check, IssuerConfiguration issuer) => check switch
    {
        CheckList.Algorithm => [.. issuer.Algorithms.Select(algorithm => algorithm.Name)],
        "aud" => issuer.Audiences,
        "client" => issuer.ClientIds,
        "typ" => issuer.TokenTypes,
        "required claims" => [.. issuer.RequiredClaims.Select(claim => $"{claim.Key} {string.Join(" or ", claim.Value)}")],
        _ => [],
    };
}
