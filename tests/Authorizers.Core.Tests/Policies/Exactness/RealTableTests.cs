using System.Buffers;
using System.Text.Json;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Responses;
using Authorizers.Core.Verification;
using Authorizers.Tests.Shared.Routing;

namespace Authorizers.Core.Tests.Policies.Exactness;

/// <summary>The tables of docs/examples, sixty routes each: every role gets an exact policy, and one that API Gateway takes.</summary>
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
        AssertExact(RealTable.Oracle(table, principal), Respond(table, principal));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void So_does_a_visitor(string table)
    {
        MethodArn open = Some.Call(table == "shop" ? "GET/products" : "GET/meta");
        Decision decision = RealTable.Load(table).Routes.Decide(new VerificationResult(Rejection.CredentialMissing), open);

        AssertExact(RealTable.Oracle(table, null), new Responder(OnUnauthenticated.Throw).Respond(decision, open));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void A_response_of_a_role_is_at_most_8_KB(string table, string role)
    {
        Principal principal = RealTable.Principal(table, role);
        int shortest = Assert.IsType<BuiltPolicy.TooLarge>(PolicyBuilder.Build(Grants(table, principal), maxBytes: 0)).Bytes;
        Assert.True(shortest + ContextLength <= MaxLength, $"{table}, {role}: a policy of {shortest} bytes");

        Assert.InRange(Json(Respond(table, principal)).Length, 1, MaxLength);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void A_policy_of_a_role_survives_being_read_and_written(string table, string role)
    {
        Principal principal = RealTable.Principal(table, role);
        RoundTrip.AssertSurvives(Json(Respond(table, principal)), RealTable.Oracle(table, principal));
    }

    private static AuthorizerResponse Respond(string table, Principal principal)
    {
        MethodArn method = Some.Call("GET/");
        Decision decision = RealTable.Load(table).Routes.Decide(new VerificationResult(principal, default), method);
        return new Responder(OnUnauthenticated.Throw).Respond(decision, method);
    }

    private static void AssertExact(OracleTable table, AuthorizerResponse response)
    {
        var chance = new Random(20261120);
        var trial = new PolicyTrial(table, response.Policy, isThorough: true);
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

    private static byte[] Json(AuthorizerResponse response)
    {
        var written = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(written, CompactJson.Options))
        {
            AuthorizerResponseJson.Write(writer, response);
        }

        return written.WrittenSpan.ToArray();
    }
}
