using System.Buffers;
using System.Text.Json;
using Authorizers.Core.Decisions;
using Authorizers.Core.Policies;
using Authorizers.Core.Responses;
using Authorizers.Core.Verification;
using Authorizers.Tests.Shared.Routing;

namespace Authorizers.Core.Tests.Policies.Exactness;

/// <summary>
/// The tables of docs/examples, sixty routes each: every role gets an exact policy, and one that API Gateway takes.
/// </summary>
public sealed class RealTableTests
{
    /// <summary>Of a whole response; API Gateway's limit for WebSocket APIs, and this suite's for all.</summary>
    private const int MaxLength = 8_192;

    private const int Calls = 1_500;

    public static TheoryData<string, string> Roles => [.. RealTable.Roles];

    public static TheoryData<string> Tables => [.. RealTable.Roles.Select(role => role.Table).Distinct()];

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_has_sixty_routes(string table) => Assert.Equal(60, RealTable.Oracle(table, null).Routes.Count);

    [Theory]
    [MemberData(nameof(Roles))]
    public void A_role_gets_an_exact_policy(string table, string role)
    {
        Principal principal = RealTable.Principal(table, role);
        AssertExact(RealTable.Oracle(table, principal), RealTable.Decide(table, principal, "GET/"));
    }

    [Theory]
    [InlineData("shop", "GET/products")]
    [InlineData("version-control", "GET/meta")]
    public void So_does_a_visitor(string table, string open) =>
        AssertExact(RealTable.Oracle(table, null), RealTable.Decide(table, null, open));

    [Theory]
    [MemberData(nameof(Roles))]
    public void A_response_to_a_role_is_at_most_8_KB(string table, string role)
    {
        Decision.Allowed decision = RealTable.Decide(table, RealTable.Principal(table, role), "GET/");
        var builder = new PolicyBuilder(decision.Grants, The.Call);
        int shortest = Assert.IsType<BuiltPolicy.TooLarge>(builder.Within(0)).Bytes;
        Assert.True(
            builder.Within(MaxLength - AuthorizerResponseJson.BytesAround(decision.Principal)) is BuiltPolicy.Exact,
            $"{table}, {role}: {decision.Grants.Allowed.Count} of 60 routes take a policy of {shortest} bytes");

        Assert.InRange(Response(decision).Length, 1, MaxLength);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void A_policy_of_a_role_survives_being_read_and_written(string table, string role)
    {
        Principal principal = RealTable.Principal(table, role);
        RoundTrip.AssertSurvives(Response(RealTable.Decide(table, principal, "GET/")), RealTable.Oracle(table, principal));
    }

    private static void AssertExact(OracleTable table, Decision.Allowed decision)
    {
        BuiltPolicy built = PolicyBuilder.Build(decision.Grants, The.Call);
        PolicyDocument document = (built as BuiltPolicy.Exact)?.Document ?? throw new InvalidOperationException($"{built}");
        var chance = new Random(20261120);
        var trial = new PolicyTrial(table, document, isThorough: true);
        string[] faults =
        [
            .. from number in Enumerable.Range(0, Calls)
               let call = RandomCalls.Next(table, chance)
               let fault = trial.FaultOf(call) ?? trial.FaultOfText(chance)
               where fault is not null
               select $"{call} {fault}",
        ];
        Assert.True(faults.Length == 0, $"{faults.Length}\n{string.Join('\n', faults.Take(10))}\n{table}");
    }

    private static byte[] Response(Decision.Allowed decision)
    {
        var responder = new Responder(OnUnauthenticated.Throw, PolicyLimits.Usual);
        var written = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(written, CompactJson.Options))
        {
            AuthorizerResponseJson.Write(writer, responder.Settle(decision, The.Call).Response!);
        }

        return written.WrittenSpan.ToArray();
    }
}
