using System.Text.Json;
using Authorizers.Core.Tests.Documentation;
using Authorizers.Tests.Shared.Routing;

namespace Authorizers.Core.Tests.Policies.Exactness;

/// <summary>Every policy among the filed responses of the functions.</summary>
public sealed class EmittedPolicyTests
{
    private static readonly OracleTable Table = new(
        CommentedJson.Parse(RepositoryFiles.Read("events/authorizer.json")).GetProperty("routes").EnumerateArray()
            .Select(rule => new OracleRoute(rule.GetProperty("route").GetString()!, granted: true)));

    public static TheoryData<string> Responses =>
        [.. RepositoryFiles.Find("events", "*.response.json").Where(name => JsonElement.Parse(RepositoryFiles.Read(name)).TryGetProperty("policyDocument", out _))];

    [Theory]
    [MemberData(nameof(Responses))]
    public void A_policy_survives_being_read_and_written(string name) =>
        RoundTrip.AssertSurvives(Some.Utf8(RepositoryFiles.Read(name)), Table);

    [Fact]
    public void There_are_policies_to_be_read() => Assert.InRange(Responses.Count, 20, int.MaxValue);
}
