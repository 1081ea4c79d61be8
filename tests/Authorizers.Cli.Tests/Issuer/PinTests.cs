using System.Text.Json;
using System.Text.Json.Nodes;
using Authorizers.Tests.Shared;

namespace Authorizers.Cli.Tests.Issuer;

public sealed class PinTests : IDisposable
{
    private const string Discovery = ".well-known/openid-configuration";

    private static readonly string KeySet = File.ReadAllText(The.KeySet);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_first_pin_writes_the_key_set_and_says_what_to_add()
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync(KeySet);
        string name = $"{new Uri(issuer.Issuer).Authority.Replace(':', '-')}.jwks.json";

        CommandRun run = await PinAsync([Trusting(issuer)]);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(KeySet, Read(name));
        Assert.Equal(
            $"{{\"issuers\":[{{\"issuer\":\"{issuer.Issuer}\",\"jwksFile\":\"{PathOf(name)}\",\"keys\":2}}],"
            + "\"caFile\":null,\"roots\":[]}\n",
            run.Data);
        Assert.Equal(
            [
                $"Add to the issuer {issuer.Issuer}:",
                $"  \"jwksFile\": \"{name}\",",
                $"  \"discovery\": \"{issuer.Issuer}{Discovery}\", // without it, the keys are never fetched again",
            ],
            run.Lines);
    }

    [Fact]
    public async Task The_metadata_to_add_is_that_which_led_to_the_keys()
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync(KeySet);
        issuer.MetadataPath = "/.well-known/oauth-authorization-server";

        CommandRun run = await PinAsync([Trusting(issuer, ("jwksFile", "keys.json"))]);

        Assert.StartsWith($"  \"discovery\": \"{issuer.Issuer[..^1]}{issuer.MetadataPath}\",", run.Lines[^1]);
    }

    [Fact]
    public async Task Files_that_the_configuration_names_need_not_be_there_yet()
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync(KeySet);
        JsonObject trusting = Trusting(issuer, ("jwksFile", "keys/issuer.json"), ("jwksUri", $"{issuer.Issuer}jwks"));

        CommandRun run = await PinAsync([trusting], ("caFile", "roots.pem"));

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(KeySet, Read("keys/issuer.json"));
        Assert.Equal(["authorizer.json", "keys"], Names());
        Assert.Equal(
            $"Take caFile out of the configuration: no server showed a certificate, and there is no {PathOf("roots.pem")}.\n",
            run.Talk);
    }

    [Fact]
    public async Task Files_that_are_there_are_replaced_whatever_they_hold()
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync(KeySet);
        _folder.Write("keys.json", "damaged");

        CommandRun run = await PinAsync([Trusting(issuer, ("jwksFile", "keys.json"))]);

        Assert.Equal(KeySet, Read("keys.json"));
        Assert.Equal($"Add to the issuer {issuer.Issuer}:", run.Lines[0]);
        Assert.StartsWith("  \"discovery\":", Assert.Single(run.Lines.Skip(1)));
    }

    [Fact]
    public async Task Nothing_is_written_unless_every_issuer_could_be_fetched()
    {
        await using LoopbackIssuer good = await LoopbackIssuer.StartAsync(KeySet);
        await using LoopbackIssuer liar = await LoopbackIssuer.StartAsync(KeySet);
        await using LoopbackIssuer empty = await LoopbackIssuer.StartAsync("""{"keys":[]}""");
        liar.ClaimedIssuer = "https://issuer.example/";
        JsonObject closed = Trusting("https://issuer.example/", ("jwksUri", "http://127.0.0.1:1/"));

        CommandRun run = await PinAsync([Trusting(good), Trusting(liar), Trusting(empty), closed]);

        Assert.Equal((ExitCode.Failed, ""), (run.ExitCode, run.Data));
        Assert.Equal(
            [
                $"{liar.Issuer}: {liar.Issuer}{Discovery} speaks for another issuer than {liar.Issuer}.",
                $"{empty.Issuer}: {empty.Issuer}jwks holds no usable key.",
                "https://issuer.example/: http://127.0.0.1:1/ could not be read: there is no connection. Connection refused",
                "Nothing was written.",
            ],
            run.Lines);
        Assert.Equal(["authorizer.json"], Names());
    }

    [Fact]
    public async Task A_certificate_that_this_machine_does_not_trust_is_a_failure_that_says_so()
    {
        using CertificateAuthority root = CertificateAuthority.Root("Root");
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync(KeySet, root.Issue());

        CommandRun run = await PinAsync([Trusting(issuer)]);

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.EndsWith(
            "could not be read: TLS failed. The server's certificate is not trusted here: RemoteCertificateChainErrors PartialChain.",
            run.Lines[0]);
    }

    [Fact]
    public async Task One_issuer_can_be_pinned_alone()
    {
        await using LoopbackIssuer first = await LoopbackIssuer.StartAsync(KeySet);
        await using LoopbackIssuer second = await LoopbackIssuer.StartAsync(KeySet);
        JsonObject[] issuers = [Trusting(first, ("jwksFile", "first.json")), Trusting(second, ("jwksFile", "second.json"))];

        CommandRun run = await PinAsync(issuers, options: ["--issuer", second.Issuer]);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(["authorizer.json", "second.json"], Names());
        Assert.Equal(0, first.Requests);
    }

    [Fact]
    public async Task Roots_that_other_issuers_may_need_are_kept_when_one_is_pinned_alone()
    {
        using CertificateAuthority root = CertificateAuthority.Root("Root");
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync(KeySet);
        _folder.Write("roots.pem", $"# Of the other issuer\n{root.Pem}");

        CommandRun run = await PinAsync([Trusting(issuer)], ("caFile", "roots.pem"), "--issuer", issuer.Issuer);

        Assert.Equal(root.Pem, Read("roots.pem"));
        JsonElement kept = Assert.Single(JsonElement.Parse(run.Data).GetProperty("roots").EnumerateArray());
        Assert.Equal("CN=Root", kept.GetProperty("subject").GetString());
        Assert.Equal("2100-01-01T00:00:00Z", kept.GetProperty("notAfter").GetString());
        Assert.Matches("^[0-9A-F]{64}$", kept.GetProperty("sha256").GetString());
    }

    [Fact]
    public async Task Roots_that_cannot_be_kept_are_not_thrown_away()
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync(KeySet);
        _folder.Write("roots.pem", "-----BEGIN CERTIFICATE-----\n");

        CommandRun run = await PinAsync([Trusting(issuer)], ("caFile", "roots.pem"), "--issuer", issuer.Issuer);

        run.RefusedWith("$.caFile: names a file whose roots cannot be kept; pin all issuers at once");
        Assert.Equal("-----BEGIN CERTIFICATE-----\n", Read("roots.pem"));
    }

    [Fact]
    public async Task An_issuer_without_an_address_is_left_as_it_is()
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync(KeySet);
        JsonObject partner = Trusting("partner", ("jwksFile", "partner.json"));

        CommandRun run = await PinAsync([Trusting(issuer), partner]);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal("The keys of partner are left as they are: nothing says where they are published.", run.Lines[0]);
        Assert.DoesNotContain("partner.json", Names());
    }

    [Fact]
    public async Task Where_none_is_left_to_pin_the_configuration_is_at_fault()
    {
        CommandRun run = await PinAsync([Trusting("partner", ("jwksFile", "partner.json"))]);

        run.RefusedWith($"$.issuers: there is none to pin in {PathOf("authorizer.json")}");
    }

    [Fact]
    public async Task An_issuer_that_the_configuration_does_not_have_cannot_be_pinned()
    {
        CommandRun run = await PinAsync([Trusting("https://issuer.example/")], options: ["--issuer", "https://issuer.example"]);

        run.RefusedWith($"$.issuers: none is spelled https://issuer.example in {PathOf("authorizer.json")}");
    }

    [Theory]
    [InlineData("keys.json", "keys.json", "keys.json")]
    [InlineData("keys.json", "./keys.json", "keys.json")]
    [InlineData("keys.json", "roots.pem", "roots.pem")]
    public async Task No_file_is_written_for_two_purposes(string first, string second, string shared)
    {
        JsonObject[] issuers =
        [
            Trusting("https://a.example/", ("jwksFile", first)),
            Trusting("https://b.example/", ("jwksFile", second)),
        ];

        CommandRun run = await PinAsync(issuers, ("caFile", "roots.pem"));

        run.RefusedWith($"$: {PathOf(shared)} would be written twice; name a jwksFile for each issuer");
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_a_failure_and_leaves_nothing_behind()
    {
        await using LoopbackIssuer first = await LoopbackIssuer.StartAsync(KeySet);
        await using LoopbackIssuer second = await LoopbackIssuer.StartAsync(KeySet);
        _folder.Write("keys/other", "");

        CommandRun run = await PinAsync([Trusting(first), Trusting(second, ("jwksFile", "keys"))]);

        Assert.Equal((ExitCode.Failed, ""), (run.ExitCode, run.Data));
        Assert.Equal([$"{PathOf("keys")} is a folder.", "Nothing was written."], run.Lines);
        Assert.Equal(["authorizer.json", "keys"], Names());
    }

    [Fact]
    public async Task Each_problem_of_the_configuration_is_a_line()
    {
        string bad = _folder.Write("bad.json", """{ "issuers": [], "colour": "green" }""");

        CommandRun run = await CommandRun.OfAsync("issuer", "pin", "--config", bad);

        run.RefusedWith("$.colour: is not a member of this object");
        Assert.Equal(["$.colour", "$.issuers", "$.routes"], run.Lines.Select(line => line.Split(':')[0]));
    }

    [Fact]
    public async Task Without_a_configuration_the_nearest_from_the_current_folder_upwards_is_pinned()
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync(KeySet);
        Configure([Trusting(issuer, ("jwksFile", "keys.json"))]);
        string below = Path.GetDirectoryName(_folder.Write("some/way/down/notes.txt", ""))!;

        CommandRun run = await new CommandProcess(below).RunAsync("", "issuer", "pin");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(["authorizer.json", "keys.json", "some"], Names());
    }

    [Fact]
    public async Task Without_one_anywhere_nothing_is_pinned() =>
        (await new CommandProcess(_folder.FullName).RunAsync("", "issuer", "pin")).RefusedWith("There is no authorizer.json in ");

    private static JsonObject Trusting(LoopbackIssuer issuer, params (string Name, string Value)[] members) =>
        Trusting(issuer.Issuer, members);

    private static JsonObject Trusting(string issuer, params (string Name, string Value)[] members)
    {
        var trusting = new JsonObject { ["issuer"] = issuer, ["allowHttp"] = true, ["anyAudience"] = true };
        foreach ((string name, string value) in members)
        {
            trusting[name] = value;
        }

        return trusting;
    }

    private Task<CommandRun> PinAsync(JsonObject[] issuers, (string Name, string Value)? member = null, params string[] options) =>
        CommandRun.OfAsync(["issuer", "pin", "--config", Configure(issuers, member), .. options]);

    private string Configure(JsonObject[] issuers, (string Name, string Value)? member = null)
    {
        var configuration = new JsonObject
        {
            ["issuers"] = new JsonArray([.. issuers]),
            ["routes"] = new JsonArray(new JsonObject { ["route"] = "GET /orders/{id}" }),
        };
        if (member is { } added)
        {
            configuration[added.Name] = added.Value;
        }

        return _folder.Write("authorizer.json", configuration.ToJsonString());
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private string Read(string name) => File.ReadAllText(PathOf(name));

    private IEnumerable<string> Names() =>
        new DirectoryInfo(_folder.FullName).EnumerateFileSystemInfos().Select(entry => entry.Name).Order(StringComparer.Ordinal);
}
