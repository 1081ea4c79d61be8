using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using Authorizers.Tests.Shared;

namespace Authorizers.EndToEnd.Tests;

/// <summary>
/// The binary and an issuer behind TLS. What the system trusts is told to the process by OpenSSL's variables.
/// </summary>
public sealed class PinningTests(PublishedBinaries binaries) : IDisposable
{
    private const int UsualBundleLength = 200_000;
    private const string SystemBundle = "/etc/ssl/certs/ca-certificates.crt";
    private const string Nowhere = "/nowhere.pem";
    private const string Changed = "ends in no root of caFile, but in one that the system trusts";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);
    private static readonly string KeySet = File.ReadAllText(Repository.PathOf("events/keys/development.jwks.json"));
    private static readonly CertificateAuthority Root = CertificateAuthority.Root("Root");
    private static readonly CertificateAuthority Intermediate = Root.Intermediate("Intermediate");
    private static readonly CertificateAuthority Former = CertificateAuthority.Root("Former root");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("authorizers-");
    private readonly DevelopmentKey _key = new();

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        _key.Dispose();
    }

    [Fact]
    public async Task With_pinned_roots_the_systems_are_never_read()
    {
        await using LoopbackIssuer issuer = await StartIssuerAsync();
        string bundle = Bundle(Root);
        await using RunningFunction pinned = await StartAsync(Trusting(issuer, Root), bundle);
        await using RunningFunction plain = await StartAsync(Trusting(issuer), bundle);

        Assert.Equal(["alice allowed", "alice allowed"], [await CallAsync(pinned, issuer), await CallAsync(plain, issuer)]);
        Assert.InRange(pinned.BytesRead, 1, new FileInfo(bundle).Length - 1);
        Assert.InRange(plain.BytesRead, new FileInfo(bundle).Length, long.MaxValue);
        Assert.Equal("", (await pinned.StopAsync()).Errors);
    }

    [Fact]
    public async Task A_root_that_the_issuer_has_changed_costs_one_slow_start_and_a_line()
    {
        await using LoopbackIssuer issuer = await StartIssuerAsync();
        await using RunningFunction function = await StartAsync(Trusting(issuer, Former), Bundle(Root));

        Assert.Equal("alice allowed", await CallAsync(function, issuer));
        Assert.Equal("alice allowed", await CallAsync(function, issuer));
        Assert.Contains(Changed, Assert.Single((await function.StopAsync()).ErrorLines));
    }

    [Fact]
    public async Task So_does_a_pinned_root_that_has_expired()
    {
        await using LoopbackIssuer issuer = await StartIssuerAsync();
        using CertificateAuthority expired = Root.Until(CertificateAuthority.LongAgo);
        await using RunningFunction function = await StartAsync(Trusting(issuer, expired), Bundle(Root));

        Assert.Equal("alice allowed", await CallAsync(function, issuer));
        IReadOnlyList<string> lines = (await function.StopAsync()).ErrorLines;
        Assert.Equal("The root CN=Root of caFile expired at 2001-01-01 00:00:00Z: pin the roots anew.", lines[0]);
        Assert.Contains(Changed, Assert.Single(lines.Skip(1)));
    }

    [Fact]
    public async Task A_root_that_nobody_knows_is_an_outage()
    {
        await using LoopbackIssuer issuer = await StartIssuerAsync();
        await using RunningFunction function = await StartAsync(Trusting(issuer, Former), Bundle());

        Assert.Equal("Outage", await CallAsync(function, issuer));
        Assert.Equal(["issuer_unreachable"], (await function.StopAsync()).Codes);
        Assert.Equal(0, issuer.Requests);
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("of another server")]
    public async Task A_certificate_that_is_not_good_is_an_outage_whether_its_root_is_pinned_or_not(string fault)
    {
        X509Certificate2 server = fault == "expired"
            ? Intermediate.Issue(end: CertificateAuthority.LongAgo)
            : Intermediate.Issue(address: "127.0.0.2");
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync(KeySet, server, Intermediate.Certificate);
        await using RunningFunction pinned = await StartAsync(Trusting(issuer, Root), Bundle(Root));
        await using RunningFunction changed = await StartAsync(Trusting(issuer, Former), Bundle(Root));

        Assert.Equal(["Outage", "Outage"], [await CallAsync(pinned, issuer), await CallAsync(changed, issuer)]);
        Assert.Equal(0, issuer.Requests);
    }

    [Fact]
    public async Task Without_pinned_roots_the_systems_are_the_ones_that_count()
    {
        await using LoopbackIssuer issuer = await StartIssuerAsync();
        await using RunningFunction knowing = await StartAsync(Trusting(issuer), Bundle(Root));
        await using RunningFunction ignorant = await StartAsync(Trusting(issuer), Bundle(Former));

        Assert.Equal("alice allowed", await CallAsync(knowing, issuer));
        Assert.Equal("Outage", await CallAsync(ignorant, issuer));
    }

    [Fact]
    public async Task What_the_command_has_pinned_is_all_that_a_start_needs()
    {
        await using LoopbackIssuer issuer = await StartIssuerAsync();
        JsonObject configuration = Trusting(issuer)
            .WithIssuer("jwksFile", "keys/issuer.jwks.json")
            .WithIssuer("jwksUri", $"{issuer.Issuer}jwks");
        configuration["caFile"] = "roots.pem";
        JsonElement written = await PinAsync(configuration, Bundle(Root));
        int requests = issuer.Requests;

        Assert.Equal("CN=Root", Assert.Single(written.GetProperty("roots").EnumerateArray()).GetProperty("subject").GetString());
        Assert.Equal(Root.Pem, await File.ReadAllTextAsync(PathOf("roots.pem")));
        await using RunningFunction function = await StartAsync(configuration, Nowhere);
        Assert.Equal("alice allowed", await CallAsync(function, issuer));
        Assert.Equal(requests, issuer.Requests);
    }

    [Fact]
    public async Task Keys_that_come_after_the_pin_are_fetched_with_the_pinned_roots()
    {
        await using LoopbackIssuer issuer = await StartIssuerAsync();
        JsonObject former = JsonNode.Parse(KeySet)!.AsObject();
        former["keys"]!.AsArray().RemoveAt(0);
        issuer.KeySet = former.ToJsonString();
        JsonObject configuration = Trusting(issuer)
            .WithIssuer("jwksFile", "keys.json")
            .WithIssuer("jwksUri", $"{issuer.Issuer}jwks");
        configuration["caFile"] = "roots.pem";
        await PinAsync(configuration, Bundle(Root));
        issuer.KeySet = KeySet;

        await using RunningFunction function = await StartAsync(configuration, Nowhere);
        Assert.Equal("alice allowed", await CallAsync(function, issuer));
    }

    private static Task<LoopbackIssuer> StartIssuerAsync() =>
        LoopbackIssuer.StartAsync(KeySet, Intermediate.Issue(), Intermediate.Certificate);

    private async Task<string> CallAsync(RunningFunction function, LoopbackIssuer issuer) =>
        Verdict.Of(await function.InvokeAsync(The.CallWith(_key.TokenFor("alice", issuer.Issuer))));

    private JsonObject Trusting(LoopbackIssuer issuer, CertificateAuthority? pinned = null)
    {
        JsonObject configuration = Some.ConfigurationTrusting(issuer.Issuer);
        if (pinned is not null)
        {
            string file = $"{Guid.NewGuid()}.pem";
            File.WriteAllText(PathOf(file), pinned.Pem);
            configuration["caFile"] = file;
        }

        return configuration;
    }

    private async Task<RunningFunction> StartAsync(JsonObject configuration, string bundle)
    {
        string file = await ConfigureAsync(configuration);
        return await RunningFunction.StartAsync(await binaries.TokenAsync(), new Dictionary<string, string>(Trust(bundle))
        {
            ["AUTHORIZER_CONFIG"] = file,
        });
    }

    private async Task<JsonElement> PinAsync(JsonObject configuration, string bundle)
    {
        Publication commandLine = await binaries.CommandLineAsync();
        string[] arguments = ["issuer", "pin", "--config", await ConfigureAsync(configuration)];
        var start = new ProcessStartInfo(Path.Combine(commandLine.Folder, "authorizers"), arguments);
        foreach ((string name, string value) in Trust(bundle))
        {
            start.Environment[name] = value;
        }

        ProgramRun run = await ProgramRun.ToEndAsync(start, Limit);
        Assert.Equal("", run.ThrowIfFailed("authorizers issuer pin").Errors);
        return JsonSerializer.Deserialize<JsonElement>(run.Output);
    }

    private static Dictionary<string, string> Trust(string bundle) =>
        new() { ["SSL_CERT_FILE"] = bundle, ["SSL_CERT_DIR"] = "/dev/null" };

    private async Task<string> ConfigureAsync(JsonObject configuration)
    {
        string file = PathOf($"{Guid.NewGuid()}.json");
        await File.WriteAllTextAsync(file, configuration.ToJsonString());
        return file;
    }

    /// <summary>All that this machine trusts, and these; a large file in any case.</summary>
    private string Bundle(params CertificateAuthority[] roots)
    {
        string usual = File.Exists(SystemBundle) ? File.ReadAllText(SystemBundle) : new string('#', UsualBundleLength) + "\n";
        string file = PathOf($"{Guid.NewGuid()}.pem");
        File.WriteAllText(file, usual + string.Concat(roots.Select(root => root.Pem)));
        return file;
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
