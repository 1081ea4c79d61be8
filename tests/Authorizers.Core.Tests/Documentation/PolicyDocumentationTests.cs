using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Policies;
using Authorizers.Core.Policies.Evaluation;
using Authorizers.Core.Policies.Exactness;
using Authorizers.Core.Responses;
using Authorizers.Core.Verification;

namespace Authorizers.Core.Tests.Documentation;

public sealed class PolicyDocumentationTests : IDisposable
{
    private const string Stage = "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod";

    private static readonly MarkdownDocument Document = MarkdownDocument.All["configuration.md"];

    private readonly ConfigurationFolder _folder = new();

    public static TheoryData<string, string, string, string> Limits =>
    [
        .. Document.Section("What a policy grants").Table("granted")
            .Concat(Document.Section("Calls refused although granted").Table("granted"))
            .Select(row => (row[0], row[1], row[2].Trim('`'), row[3])),
    ];

    public static TheoryData<string, string> Clashes =>
        [.. Document.Section("Routes that no policy can tell apart").Table("granted").Select(row => (row[0], row[1]))];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_policy_is_built_as_shown()
    {
        MarkdownDocument section = Document.Section("What the policy looks like");
        var alice = new Principal { Id = "alice", Scopes = ["orders:read"] };
        MethodArn method = Method("GET", "/orders/7");
        Decision decision = _folder.Load(section.Block("jsonc"), ConfigurationFolder.Variable)
            .Routes.Decide(new VerificationResult(alice, default), new AuthorizerRequest { Method = method }, new StoppedClock());

        byte[] response = Json(new Responder(OnUnauthenticated.Throw, PolicyLimits.Usual).Settle(decision, method).Response!);

        Assert.Equal(JsonNode.Parse(section.Block("json"))!.ToJsonString(), JsonNode.Parse(response)!.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Clashes))]
    public void No_policy_tells_the_routes_of_the_table_of_clashes_apart(string granted, string refused)
    {
        BuiltPolicy policy = PolicyBuilder.Build(new Grants(Rules(granted), Rules(refused)), Method("GET", "/"));

        PolicyClash clash = Assert.IsType<BuiltPolicy.Inexpressible>(policy).Clash;
        Assert.Equal(MarkdownDocument.Code(refused), [clash.Refused.Route.ToString()]);
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_call_comes_out_as_the_tables_of_calls_say(string granted, string refused, string call, string answer)
    {
        string[] parts = call.Split(' ');
        MethodArn method = Method(parts[0], parts[1]);
        PolicyDocument policy = Assert.IsType<BuiltPolicy.Exact>(
            PolicyBuilder.Build(new Grants(Rules(granted), Rules(refused)), method)).Document;

        PolicyVerdict verdict = PolicyReader.ReadAnswer(policy.Json, ApiKind.Rest).Evaluate(method, ConditionContext.Empty);

        Assert.Equal(answer, verdict.Decision == PolicyDecision.Allow ? "passes" : "403");
    }

    private static RouteRule[] Rules(string cell) =>
        [.. MarkdownDocument.Code(cell).Select(text => new RouteRule(Route(text), Anyone: false, [], []))];

    private static RoutePattern Route(string text) =>
        RoutePattern.TryParse(text, out RoutePattern? route, out string? problem) ? route : throw new FormatException(problem);

    private static MethodArn Method(string method, string path) =>
        MethodArn.TryParse($"{Stage}/{method}{path}", out MethodArn? arn) ? arn : throw new FormatException(path);

    private static byte[] Json(AuthorizerResponse response)
    {
        var written = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(written))
        {
            AuthorizerResponseJson.Write(writer, response);
        }

        return written.WrittenSpan.ToArray();
    }
}
