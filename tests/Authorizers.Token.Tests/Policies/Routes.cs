namespace Authorizers.Token.Tests.Policies;

/// <summary>The route table of events/authorizer.json, read by a person: calls, and what a principal needs for each.</summary>
internal static class Routes
{
    private static readonly Route[] Table =
    [
        new(["GET/"]),
        new(["GET/health"], Anyone: true),
        new(["GET/orders"], Scope: "orders:read"),
        new(["POST/orders"], Scope: "orders:write"),
        new(["GET/orders/42", "GET/orders/42/", "GET/orders/exports", "GET/orders/a:b", "GET/orders/a%2Fb", "GET/orders/*"], Scope: "orders:read"),
        new(["DELETE/orders/42", "DELETE/orders/a:b:c"], Scope: "orders:write", Groups: ["clerks", "admins"]),
        new(["GET/orders/export"], Groups: ["admins"]),

        // Text is granted as it is written, but whoever may read any order may end it in a slash as well.
        new(["GET/orders/export/"], Scope: "orders:read", Groups: ["admins"]),
        new(
            [
                "DELETE/admin/users", "GET/admin/users", "HEAD/admin/users", "OPTIONS/admin/users", "PATCH/admin/users",
                "POST/admin/users/7", "PUT/admin/users/7/keys",
            ],
            Groups: ["admins"]),
    ];

    /// <summary>Calls that no route names, though some look as if one did.</summary>
    public static IReadOnlyList<string> Unnamed { get; } =
    [
        "GET/orders/", "GET/orders//", "GET/orders//42", "GET/orders/42/items",
        "GET//orders", "GET/Orders", "get/orders", "GET/health/", "GET//health", "GET/healthy", "POST/health",
        "HEAD/health", "GET//", "POST/", "PUT/orders", "PUT/orders/42", "DELETE/orders", "DELETE/orders/42/items",
        "GET/admin", "GET/admin/", "GET/administrator", "TRACE/admin/users", "GET/other/admin/users", "$connect",
    ];

    public static IEnumerable<string> Named => Table.SelectMany(route => route.Calls);

    public static IEnumerable<string> ForAnyone => Table.Where(route => route.Anyone).SelectMany(route => route.Calls);

    /// <summary>The calls granted to a principal with these scopes and groups.</summary>
    public static IEnumerable<string> GrantedTo(string scopes, string groups) =>
        from route in Table
        where route.Scope is null || scopes.Split(' ').Contains(route.Scope)
        where route.Groups is null || route.Groups.Intersect(groups.Split(' ')).Any()
        from call in route.Calls
        select call;

    private sealed record Route(string[] Calls, bool Anyone = false, string? Scope = null, string[]? Groups = null);
}
