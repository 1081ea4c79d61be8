using System.Text.Json;
using Authorizers.Core.Configuration;
using Authorizers.Core.Decisions;
using Authorizers.Core.Tests.Documentation;
using Authorizers.Core.Verification;
using Authorizers.Tests.Shared.Routing;

namespace Authorizers.Core.Tests.Policies.Exactness;

/// <summary>A configuration of docs/examples, and who calls the API: roles, read by a person.</summary>
internal static class RealTable
{
    private static readonly Dictionary<string, Principal[]> Principals = new(StringComparer.Ordinal)
    {
        ["shop"] =
        [
            Who("customer", scopes: "shop:buy"),
            Who("clerk", scopes: "shop:desk"),
            Who("manager", scopes: "shop:desk shop:manage"),
            Who("manager who buys", scopes: "shop:buy shop:manage"),
            Who("auditor", groups: "auditors"),
            Who("admin", scopes: "shop:buy shop:desk shop:manage", groups: "admins"),
            Who("admin alone", groups: "admins"),
            Who("stranger"),
        ],
        ["version-control"] =
        [
            Who("reader", groups: "readers"),
            Who("triager", groups: "triagers"),
            Who("writer", groups: "writers"),
            Who("maintainer", groups: "maintainers"),
            Who("owner", groups: "maintainers owners"),
            Who("staff", groups: "readers staff"),
            Who("everything", groups: "maintainers owners staff"),
            Who("stranger"),
        ],
    };

    public static IEnumerable<(string Table, string Role)> Roles =>
        from table in Principals from principal in table.Value select (table.Key, principal.Id);

    public static Principal Principal(string table, string role) => Principals[table].Single(principal => principal.Id == role);

    public static string Text(string table) => RepositoryFiles.Read($"docs/examples/{table}.json");

    public static AuthorizerConfiguration Load(string table)
    {
        using var folder = new ConfigurationFolder();
        return folder.Load(Text(table), _ => null);
    }

    /// <param name="table">Whose configuration.</param>
    /// <param name="principal">Null for somebody without a credential.</param>
    /// <param name="call">A call that the principal may make, or any when there is a principal.</param>
    public static Decision.Allowed Decide(string table, Principal? principal, string call) => Decide(Load(table), principal, call);

    public static Decision.Allowed Decide(AuthorizerConfiguration configuration, Principal? principal, string call) =>
        Assert.IsType<Decision.Allowed>(configuration.Routes.Decide(
            principal is null ? new VerificationResult(Rejection.CredentialMissing) : new VerificationResult(principal, default),
            Some.Request(call),
            new StoppedClock()));

    /// <summary>The routes and whether the role is granted them, from the text and by no code under test.</summary>
    public static OracleTable Oracle(string table, Principal? principal) => new(
        from rule in CommentedJson.Parse(Text(table)).GetProperty("routes").EnumerateArray()
        select new OracleRoute(
            rule.GetProperty("route").GetString()!,
            rule.TryGetProperty("anyone", out _)
                || (principal is not null && Suffices(rule, "scopes", principal.Scopes) && Suffices(rule, "groups", principal.Groups))));

    private static bool Suffices(JsonElement rule, string member, IReadOnlyList<string> held) =>
        !rule.TryGetProperty(member, out JsonElement values) || values.EnumerateArray().Any(value => held.Contains(value.GetString()));

    private static Principal Who(string role, string scopes = "", string groups = "") => new()
    {
        Id = role,
        Scopes = scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Groups = groups.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Context = [new("tenant", new string('t', 280))],
    };
}
