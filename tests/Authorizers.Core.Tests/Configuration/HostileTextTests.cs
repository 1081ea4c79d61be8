using Authorizers.Core.Tests.Verification.Keys;

namespace Authorizers.Core.Tests.Configuration;

/// <summary>Texts that are well-formed and meant for something else than to be read.</summary>
public sealed class HostileTextTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\"jwksFile\":\"keys\\u0000.json\"", "$.issuers[0].jwksFile")]
    [InlineData(
        "\"introspection\":{\"endpoint\":\"https://issuer.example/introspect\",\"clientId\":\"orders\","
        + "\"authentication\":\"private_key_jwt\",\"privateKeyFile\":\"key\\u0000.pem\"}",
        "$.issuers[0].introspection.privateKeyFile")]
    public void A_name_that_no_file_can_have_is_a_problem_and_no_fault(string member, string path) =>
        Assert.Equal([$"{path}: is no name of a file: it holds a NUL"], Problems(member));

    [Fact]
    public void That_goes_for_the_roots_too() => Assert.Equal(
        ["$.caFile: is no name of a file: it holds a NUL"],
        Problems("\"allowHttp\":false", "\"caFile\":\"roots\\u0000.pem\","));

    [Theory]
    [InlineData("discovery")]
    [InlineData("jwksUri")]
    public void An_address_that_would_begin_another_line_in_the_log_is_a_problem(string member) => Assert.Equal(
        [$"$.issuers[0].{member}: must be an https URL; allowHttp permits http to loopback hosts alone"],
        Problems($"\"{member}\":\"https://issuer.example/\\n{{}}\""));

    [Theory]
    [InlineData("\\n{\\\"outcome\\\":\\\"allowed\\\"}")]
    [InlineData("\\u0000")]
    [InlineData("\\u001b[2K")]
    [InlineData("\\u0085")]
    public async Task Nor_can_an_issuer_write_lines_of_its_own_into_the_log(string path)
    {
        var issuer = new KeyPublication();
        issuer.Documents.Serve(
            KeyPublication.Discovery, KeyPublication.Metadata(The.Issuer, $"https://issuer.example/{path}"));

        Assert.Equal(
            $"{KeyPublication.Discovery} gives a jwks_uri that is no https URL.", await issuer.OutageMessageAsync(The.P256.Id));
    }

    private IReadOnlyList<string> Problems(string member, string root = "") => _folder.Problems(
        $$"""
        {
          "issuers": [{ "issuer": "{{The.Issuer}}", "audiences": ["{{The.Audience}}"], {{member}} }], {{root}}
          "routes": [{ "route": "GET /orders" }]
        }
        """);
}
