using Authorizers.Core.Verification.Introspection;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Configuration;

/// <summary>
/// Reads <c>introspection</c>, of one issuer in a file: an opaque token does not say whose it is. What one authentication needs
/// contradicts the others, so that nothing is left unused.
/// </summary>
internal sealed class IntrospectionReader
{
    private const string NoSecret = "contradicts authentication; private_key_jwt has no secret";
    private const string NoKey = "contradicts authentication; only private_key_jwt signs";

    private static readonly TimeSpan DefaultCacheFor = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MaxCacheFor = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan DefaultCacheInactiveFor = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MaxCacheInactiveFor = TimeSpan.FromMinutes(1);

    private bool _found;

    /// <summary>Null when there is none, and when it has a problem.</summary>
    public IntrospectionConfiguration? Read(ConfigurationMembers issuer, string issuerName, bool allowHttp)
    {
        if (!issuer.TryGet("introspection", out ConfigurationNode? node))
        {
            return null;
        }

        if (_found)
        {
            node.Problem("stands at another issuer already; an opaque token does not say whose it is");
        }

        _found = true;
        ConfigurationMembers members = node.Members(
            "endpoint", "clientId", "authentication", "clientSecret", "privateKeyFile", "keyId", "algorithm", "cacheFor",
            "cacheInactiveFor");
        string? endpoint = members.RequiredText("endpoint");
        ClientAuthentication? authentication = ReadAuthentication(members, issuerName);
        TimeSpan cacheFor = Duration(members, "cacheFor", DefaultCacheFor, MaxCacheFor);
        TimeSpan cacheInactiveFor = Duration(members, "cacheInactiveFor", DefaultCacheInactiveFor, MaxCacheInactiveFor);
        if (endpoint is not null && !IssuerAddress.IsAcceptable(endpoint, allowHttp))
        {
            members.Problem("endpoint", IssuerAddress.Requirement);
            return null;
        }

        return endpoint is null || authentication is null ? null : new IntrospectionConfiguration
        {
            Endpoint = new Uri(endpoint),
            Authentication = authentication,
            CacheFor = cacheFor,
            CacheInactiveFor = cacheInactiveFor,
        };
    }

    private static ClientAuthentication? ReadAuthentication(ConfigurationMembers members, string issuerName)
    {
        string? clientId = members.RequiredText("clientId");
        string method = members.Text("authentication") ?? "client_secret_basic";
        switch (method)
        {
            case "client_secret_basic" or "client_secret_post":
                string? secret = ReadSecret(members);
                return clientId is null || secret is null ? null
                    : method == "client_secret_post" ? new ClientSecretPost(clientId, secret)
                    : new ClientSecretBasic(clientId, secret);
            case "private_key_jwt":
                (ClientKey? key, JwsAlgorithm? algorithm) = ReadKey(members);
                return clientId is null || key is null || algorithm is null ? null
                    : new PrivateKeyJwt(clientId, issuerName, key, algorithm, members.Text("keyId"));
            default:
                members.Problem("authentication", "must be client_secret_basic, client_secret_post or private_key_jwt");
                return null;
        }
    }

    private static string? ReadSecret(ConfigurationMembers members)
    {
        foreach (string name in (string[])["privateKeyFile", "keyId", "algorithm"])
        {
            if (members.TryGet(name, out ConfigurationNode? unused))
            {
                unused.Problem(NoKey);
            }
        }

        return members.RequiredText("clientSecret");
    }

    private static (ClientKey? Key, JwsAlgorithm? Algorithm) ReadKey(ConfigurationMembers members)
    {
        if (members.TryGet("clientSecret", out ConfigurationNode? unused))
        {
            unused.Problem(NoSecret);
        }

        ClientKey? key = ClientKeyReader.Read(members);
        if (members.Text("algorithm") is not { } name)
        {
            return (key, key?.DefaultAlgorithm);
        }

        JwsAlgorithm? algorithm = JwsAlgorithm.Find(name);
        if (algorithm is null)
        {
            members.Problem("algorithm", IssuerReader.AlgorithmRequirement);
        }
        else if (key?.Fits(algorithm) == false)
        {
            members.Problem("algorithm", "does not fit the key of privateKeyFile");
        }

        return (key, algorithm);
    }

    private static TimeSpan Duration(ConfigurationMembers members, string name, TimeSpan byDefault, TimeSpan max) =>
        members.TryGet(name, out ConfigurationNode? node) ? node.Duration(max) : byDefault;
}
