using Authorizers.Tests.Shared;

namespace Authorizers.Cli.Tests.Issuer;

/// <summary>A configuration that names itself among the files that are to be written.</summary>
public sealed class PinOverConfigurationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\"jwksFile\":\"authorizer.json\"", "\"context\":{}")]
    [InlineData("\"jwksFile\":\"./keys/../authorizer.json\"", "\"context\":{}")]
    [InlineData("\"clientIds\":[]", "\"caFile\":\"authorizer.json\"")]
    public async Task It_is_refused_and_stays_as_it_is(string issuerMember, string rootMember)
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync(await File.ReadAllTextAsync(The.KeySet));
        string text =
            $$"""
            {
              "issuers": [{ "issuer": "{{issuer.Issuer}}", "allowHttp": true, "anyAudience": true, {{issuerMember}} }],
              {{rootMember}},
              "routes": [{ "route": "GET /orders" }]
            }
            """;
        string file = _folder.Write("authorizer.json", text);

        CommandRun run = await CommandRun.OfAsync("issuer", "pin", "--config", file);

        run.RefusedWith($"$: {file} is the configuration, which is never written; name another file");
        Assert.Equal(text, await File.ReadAllTextAsync(file));
    }
}
