using System.Text.Json;
using System.Text.Json.Nodes;
using Authorizers.Tests.Shared;

namespace Authorizers.Cli.Tests.Issuer;

/// <summary>An issuer and the endpoint that answers for its opaque tokens, each with a root of its own.</summary>
public sealed class PinnedEndpointTests : IDisposable
{
    private static readonly string KeySet = File.ReadAllText(The.KeySet);
    private static readonly CertificateAuthority IssuerRoot = CertificateAuthority.Root("Issuer root");
    private static readonly CertificateAuthority EndpointRoot = CertificateAuthority.Root("Endpoint root");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_root_of_the_introspection_endpoint_is_pinned_too_and_no_secret_goes_there()
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync(KeySet, IssuerRoot.Issue());
        await using LoopbackIssuer endpoint = await LoopbackIssuer.StartAsync(KeySet, EndpointRoot.Issue());

        CommandRun run = await PinAsync(Asking(issuer.Issuer, endpoint), IssuerRoot, EndpointRoot);

        Assert.Equal(["CN=Endpoint root", "CN=Issuer root"], Subjects(run));
        Assert.Equal(EndpointRoot.Pem + IssuerRoot.Pem, File.ReadAllText(Path.Combine(_folder.FullName, "roots.pem")));
        Assert.Equal(["Add beside \"issuers\":", "  \"caFile\": \"roots.pem\","], run.Lines[^2..]);
        Assert.Equal((1, "HEAD /introspect Host"), (endpoint.Requests, endpoint.LastRequest));
    }

    [Fact]
    public async Task An_issuer_that_signs_no_tokens_is_pinned_without_keys()
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync("""{"keys":[]}""", IssuerRoot.Issue());

        CommandRun run = await PinAsync(Asking(issuer.Issuer, issuer), IssuerRoot);

        Assert.Equal(["CN=Issuer root"], Subjects(run));
        Assert.Empty(JsonElement.Parse(run.Data).GetProperty("issuers").EnumerateArray());
        Assert.Equal($"{issuer.Issuer} is pinned without keys: {issuer.Issuer}jwks holds no usable key.", run.Lines[0]);
    }

    [Fact]
    public async Task Where_the_keys_are_at_hand_and_nowhere_else_the_endpoint_is_pinned_alone()
    {
        await using LoopbackIssuer endpoint = await LoopbackIssuer.StartAsync(KeySet, EndpointRoot.Issue());
        JsonObject partner = Asking("partner", endpoint);
        partner["jwksFile"] = "partner.json";

        CommandRun run = await PinAsync(partner, EndpointRoot);

        Assert.Equal(["CN=Endpoint root"], Subjects(run));
        Assert.False(File.Exists(Path.Combine(_folder.FullName, "partner.json")));
    }

    [Fact]
    public async Task An_endpoint_that_this_machine_does_not_trust_is_a_failure()
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync(KeySet, IssuerRoot.Issue());
        await using LoopbackIssuer endpoint = await LoopbackIssuer.StartAsync(KeySet, EndpointRoot.Issue());

        CommandRun run = await PinAsync(Asking(issuer.Issuer, endpoint), IssuerRoot);

        Assert.Equal((ExitCode.Failed, ""), (run.ExitCode, run.Data));
        Assert.Equal(
            [
                $"{endpoint.Issuer}introspect could not be asked: TLS failed. "
                + "The server's certificate is not trusted here: RemoteCertificateChainErrors PartialChain.",
                "Nothing was written.",
            ],
            run.Lines);
    }

    private static IEnumerable<string?> Subjects(CommandRun run)
    {
        Assert.Equal(ExitCode.Done, run.ExitCode);
        return from root in JsonElement.Parse(run.Data).GetProperty("roots").EnumerateArray()
               select root.GetProperty("subject").GetString();
    }

    private static JsonObject Asking(string issuer, LoopbackIssuer endpoint) => new()
    {
        ["issuer"] = issuer,
        ["audiences"] = new JsonArray("orders-api"),
        ["introspection"] = new JsonObject
        {
            ["endpoint"] = $"{endpoint.Issuer}introspect",
            ["clientId"] = "orders-authorizer",
            ["clientSecret"] = "worthless",
        },
    };

    /// <param name="issuer">The only one.</param>
    /// <param name="trusted">All that the process trusts.</param>
    private Task<CommandRun> PinAsync(JsonObject issuer, params CertificateAuthority[] trusted)
    {
        var configuration = new JsonObject
        {
            ["issuers"] = new JsonArray(issuer),
            ["routes"] = new JsonArray(new JsonObject { ["route"] = "GET /orders/{id}" }),
        };
        string file = _folder.Write("authorizer.json", configuration.ToJsonString());
        string bundle = _folder.Write("trusted.pem", string.Concat(trusted.Select(root => root.Pem)));
        var process = new CommandProcess(_folder.FullName, ("SSL_CERT_FILE", bundle), ("SSL_CERT_DIR", "/dev/null"));
        return process.RunAsync("", "issuer", "pin", "--config", file);
    }
}
