namespace Authorizers.Core.Tests.Configuration;

public sealed class WebSocketReaderTests : IDisposable
{
    private const string NoOrigin =
        "must be an origin as browsers send it, such as https://app.example.com: no path, no slash at the end, small letters, "
        + "and a port only if it is not the scheme's own; plain http for pages of this machine alone";

    private const string NoName = "must be the name of a subprotocol: 1 to 64 letters, digits and !#$%&'*+-.^_`|~";

    private const string Sixty = "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij";

    private readonly WebSocketFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{ "origins": null }""")]
    [InlineData("""{ "origins": ["https://app.example", "http://localhost:3000", "capacitor://localhost"] }""")]
    [InlineData("""{ "subprotocols": ["a", "!#$%&'*+-.^_`|~09azAZ", "A"] }""")]
    [InlineData($$"""{ "subprotocols": ["{{Sixty}}1234"] }""")]
    [InlineData("""{ "requireOrigin": null, "subprotocols": null }""")]
    [InlineData("{}")]
    [InlineData("null")]
    public void What_makes_sense_is_taken(string section) =>
        Assert.Empty(_folder.Problems($$"""{ "webSocket": {{section}} }"""));

    [Theory]
    [InlineData("7", "$.webSocket: must be an object")]
    [InlineData("""{ "origin": [] }""", "$.webSocket.origin: is not a member of this object")]
    [InlineData("""{ "requireOrigin": "true" }""", "$.webSocket.requireOrigin: must be true or false")]
    [InlineData(
        """{ "origins": [] }""",
        "$.webSocket.origins: must name at least one origin; leave it out to let any page connect")]
    [InlineData("""{ "origins": "https://app.example" }""", "$.webSocket.origins: must be an array")]
    [InlineData("""{ "origins": [7] }""", "$.webSocket.origins[0]: must be a string")]
    [InlineData("""{ "origins": [""] }""", "$.webSocket.origins[0]: must not be empty")]
    [InlineData("""{ "origins": ["https://a.example", "https://a.example/"] }""", "$.webSocket.origins[1]: " + NoOrigin)]
    [InlineData("""{ "origins": ["*"] }""", "$.webSocket.origins[0]: " + NoOrigin)]
    [InlineData("""{ "origins": ["http://a.example"] }""", "$.webSocket.origins[0]: " + NoOrigin)]
    [InlineData("""{ "origins": ["wss://a.example"] }""", "$.webSocket.origins[0]: " + NoOrigin)]
    [InlineData("""{ "origins": ["${PAGE}"] }""", "$.webSocket.origins[0]: " + NoOrigin)]
    [InlineData(
        """{ "origins": ["null"] }""",
        "$.webSocket.origins[0]: is what any page can send that has no origin of its own, such as a file or a sandboxed frame")]
    [InlineData("""{ "origins": ["https://a.example", "https://a.example"] }""", "$.webSocket.origins[1]: stands here twice")]
    [InlineData(
        """{ "subprotocols": [] }""",
        "$.webSocket.subprotocols: must name at least one subprotocol; leave it out for any")]
    [InlineData("""{ "subprotocols": ["a", "a"] }""", "$.webSocket.subprotocols[1]: stands here twice")]
    [InlineData("""{ "subprotocols": ["a b"] }""", "$.webSocket.subprotocols[0]: " + NoName)]
    [InlineData("""{ "subprotocols": ["a,b"] }""", "$.webSocket.subprotocols[0]: " + NoName)]
    [InlineData("""{ "subprotocols": ["a/b"] }""", "$.webSocket.subprotocols[0]: " + NoName)]
    [InlineData("""{ "subprotocols": ["é"] }""", "$.webSocket.subprotocols[0]: " + NoName)]
    [InlineData($$"""{ "subprotocols": ["{{Sixty}}12345"] }""", "$.webSocket.subprotocols[0]: " + NoName)]
    [InlineData("""{ "subprotocols": [""] }""", "$.webSocket.subprotocols[0]: must not be empty")]
    [InlineData("""{ "subprotocols": { "a": 1 } }""", "$.webSocket.subprotocols: must be an array")]
    public void What_does_not_is_told_where_it_stands(string section, string problem)
    {
        _folder.Variables["PAGE"] = "https://secret.example/path";

        Assert.Equal([problem], _folder.Problems($$"""{ "webSocket": {{section}} }"""));
    }

    [Theory]
    [InlineData("bearer.v1")]
    [InlineData("Bearer.v1")]
    [InlineData("ticket.v1")]
    [InlineData("jwt.v1")]
    [InlineData("ONCE.v1")]
    [InlineData("eyJ.v1")]
    [InlineData("wst_v1")]
    public void A_subprotocol_that_would_be_taken_for_a_credential_could_never_be_chosen(string name) => Assert.Equal(
        [$"$.webSocket.subprotocols[1]: begins as a credential does, so that it is never chosen"],
        _folder.Problems($$"""
            {
              "bearer": { "sources": ["header.Authorization", "subprotocol.jwt"] },
              "ticket": { "table": "tickets", "sources": ["subprotocol.once"] },
              "webSocket": { "origins": ["https://app.example"], "subprotocols": ["bearer", "{{name}}"] }
            }
            """));

    [Fact]
    public void All_of_it_is_told_at_once() => Assert.Equal(
        [
            "$.ticket.sources[0]: must be header., query. or subprotocol. and a name",
            "$.webSocket.origins[0]: " + NoOrigin,
            "$.webSocket.requireOrigin: must be true or false",
            "$.webSocket.subprotocols[0]: " + NoName,
        ],
        _folder.Problems("""
            {
              "ticket": { "table": "tickets", "sources": ["cookie.t"] },
              "webSocket": { "origins": ["x"], "requireOrigin": 1, "subprotocols": [" "] }
            }
            """));
}
