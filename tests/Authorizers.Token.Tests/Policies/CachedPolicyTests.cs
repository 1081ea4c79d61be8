using System.Text;
using System.Text.Json;

namespace Authorizers.Token.Tests.Policies;

/// <summary>
/// API Gateway keeps a response under the token and applies it to whatever the token calls next. So a response must be as right
/// for every other method as for the one that it was asked about.
/// </summary>
public sealed class CachedPolicyTests
{
    private static readonly string[] Scopes = ["orders:read", "orders:write", "profile"];
    private static readonly string[] Groups = ["clerks", "admins"];

    /// <summary>Every principal that the route table can tell from another, and some that it cannot.</summary>
    public static MatrixTheoryData<string, string> Principals => new([.. SubsetsOf(Scopes)], [.. SubsetsOf(Groups)]);

    [Theory]
    [MemberData(nameof(Principals))]
    public async Task A_policy_allows_exactly_the_calls_that_its_principal_is_granted(string scopes, string groups)
    {
        IssuedPolicy policy = await PolicyForAsync($"Bearer {DevelopmentIssuer.Token(scopes, groups)}", "GET/");

        Assert.Equal(Routes.GrantedTo(scopes, groups).Order(), Allowed(policy));
    }

    [Theory]
    [MemberData(nameof(Principals))]
    public async Task A_policy_refuses_all_other_calls_explicitly(string scopes, string groups)
    {
        IssuedPolicy policy = await PolicyForAsync($"Bearer {DevelopmentIssuer.Token(scopes, groups)}", "GET/");

        Assert.All(
            Routes.Named.Concat(Routes.Unnamed).Except(Routes.GrantedTo(scopes, groups)),
            call => Assert.Equal(Verdict.ExplicitDeny, policy.Evaluate($"{The.StageArn}/{call}")));
    }

    [Theory]
    [MemberData(nameof(Principals))]
    public async Task A_policy_is_the_same_whichever_method_was_called(string scopes, string groups)
    {
        string token = $"Bearer {DevelopmentIssuer.Token(scopes, groups)}";
        Answer first = await AnswerAsync(token, "GET/");

        foreach (string call in Routes.Named.Concat(Routes.Unnamed))
        {
            Answer answer = await AnswerAsync(token, call);
            Assert.Equal(Encoding.UTF8.GetString(first.Printed), Encoding.UTF8.GetString(answer.Printed));
        }
    }

    [Theory]
    [MemberData(nameof(Principals))]
    public async Task A_gateway_that_ignored_not_resource_would_allow_nothing_more(string scopes, string groups)
    {
        IssuedPolicy policy = await PolicyForAsync($"Bearer {DevelopmentIssuer.Token(scopes, groups)}", "GET/");

        Assert.Equal(Routes.GrantedTo(scopes, groups).Order(), Allowed(policy.WithoutNotResource()));
    }

    [Fact]
    public async Task A_policy_for_nobody_allows_exactly_what_anyone_may_call()
    {
        IssuedPolicy policy = await PolicyForAsync("Basic YWxpY2U6c2VjcmV0", "GET/health");

        Assert.Equal(Routes.ForAnyone.Order(), Allowed(policy));
    }

    [Theory]
    [InlineData("arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/test")]
    [InlineData("arn:aws:execute-api:eu-west-1:123456789012:another/prod")]
    [InlineData("arn:aws:execute-api:eu-west-1:210987654321:a1b2c3d4e5/prod")]
    [InlineData("arn:aws:execute-api:eu-west-2:123456789012:a1b2c3d4e5/prod")]
    [InlineData("arn:aws-cn:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod")]
    public async Task A_policy_of_one_stage_allows_nothing_in_another(string elsewhere)
    {
        string token = DevelopmentIssuer.Token("orders:read orders:write", "admins");

        IssuedPolicy policy = await PolicyForAsync($"Bearer {token}", "GET/");

        Assert.DoesNotContain(Routes.Named, call => policy.Evaluate($"{elsewhere}/{call}") == Verdict.Allow);
    }

    private static IEnumerable<string> Allowed(IssuedPolicy policy) =>
        Routes.Named.Concat(Routes.Unnamed).Where(call => policy.Evaluate($"{The.StageArn}/{call}") == Verdict.Allow).Order();

    private static async Task<IssuedPolicy> PolicyForAsync(string authorization, string call) =>
        IssuedPolicy.Read((await AnswerAsync(authorization, call)).Json());

    private static async Task<Answer> AnswerAsync(string authorization, string call)
    {
        using var function = new LocalFunction(The.Configuration);
        return await function.InvokeAsync(JsonSerializer.SerializeToUtf8Bytes(new
        {
            type = "TOKEN",
            authorizationToken = authorization,
            methodArn = $"{The.StageArn}/{call}",
        }));
    }

    private static IEnumerable<string> SubsetsOf(string[] names) =>
        from set in Enumerable.Range(0, 1 << names.Length)
        select string.Join(' ', names.Where((_, index) => (set & (1 << index)) != 0));
}
