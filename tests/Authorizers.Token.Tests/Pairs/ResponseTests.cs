using System.Text.Json;
using Authorizers.Token.Tests.Policies;

namespace Authorizers.Token.Tests.Pairs;

/// <summary>What holds for whatever the function answers.</summary>
public sealed class ResponseTests
{
    /// <summary>The pairs whose caller has no acceptable credential and gets a policy all the same.</summary>
    private static readonly string[] ForNobody =
        ["anyone-with-expired-token", "anyone-without-token", "deny-anyone", "deny-expired", "deny-no-bearer"];

    private static readonly string[] Members = ["principalId", "policyDocument", "context"];

    private static readonly JsonValueKind[] ContextKinds =
        [JsonValueKind.String, JsonValueKind.True, JsonValueKind.False, JsonValueKind.Number];

    /// <summary>The pairs that are answered by a policy and not by an error.</summary>
    public static TheoryData<string> Names =>
        [.. EventPair.All.Where(name => ForNobody.Contains(name) || ExpectedRecords.Of(name).Outcome is "allowed" or "denied")];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_response_has_the_members_that_api_gateway_reads_and_no_others(string name)
    {
        JsonElement response = await ResponseAsync(name);

        Assert.Empty(response.EnumerateObject().Select(member => member.Name).Except(Members));
        Assert.Equal("2012-10-17", response.GetProperty("policyDocument").GetProperty("Version").GetString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_response_names_no_resource_outside_the_called_api_and_stage(string name)
    {
        string stage = string.Join('/', MethodArn(name).Split('/').Take(2)) + "/";

        IssuedPolicy policy = IssuedPolicy.Read(await ResponseAsync(name));

        Assert.All(
            policy.Statements.SelectMany(statement => statement.Resources.Concat(statement.NotResources)),
            resource => Assert.StartsWith(stage, resource));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_statement_names_resources_short_enough_and_only_a_deny_names_them_by_exception(string name)
    {
        IssuedPolicy policy = IssuedPolicy.Read(await ResponseAsync(name));

        Assert.All(policy.Statements, statement =>
        {
            Assert.NotEqual(statement.Resources.Count == 0, statement.NotResources.Count == 0);
            Assert.True(statement.NotResources.Count == 0 || statement.Effect == "Deny");
            Assert.All(statement.Resources.Concat(statement.NotResources), resource => Assert.InRange(resource.Length, 1, 512));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_policy_refuses_something_explicitly(string name)
    {
        IssuedPolicy policy = IssuedPolicy.Read(await ResponseAsync(name));

        Assert.Contains(policy.Statements, statement => statement.Effect == "Deny");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_record_calls_a_call_allowed_when_the_policy_allows_it_and_only_then(string name)
    {
        IssuedPolicy policy = IssuedPolicy.Read(await ResponseAsync(name));

        Assert.Equal(ExpectedRecords.Of(name).Outcome == "allowed", policy.Evaluate(MethodArn(name)) == Verdict.Allow);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_principal_is_the_tokens_subject_or_anonymous(string name)
    {
        string? subject = Presented.Claims(new EventPair(name).Event)?.GetProperty("sub").GetString();

        JsonElement response = await ResponseAsync(name);

        Assert.Equal(ForNobody.Contains(name) ? "anonymous" : subject, response.GetProperty("principalId").GetString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_context_holds_strings_booleans_and_numbers_and_is_left_out_when_there_are_none(string name)
    {
        JsonElement response = await ResponseAsync(name);

        if (response.TryGetProperty("context", out JsonElement context))
        {
            Assert.NotEmpty(context.EnumerateObject());
            Assert.All(context.EnumerateObject(), member => Assert.Contains(member.Value.ValueKind, ContextKinds));
        }
    }

    private static string MethodArn(string name) =>
        JsonElement.Parse(new EventPair(name).Event).GetProperty("methodArn").GetString()!;

    private static async Task<JsonElement> ResponseAsync(string name) => (await new EventPair(name).InvokeAsync()).Json();
}
