using Authorizers.Templates.Apis;

namespace Authorizers.Templates.Tests.Apis;

/// <summary>APIs of templates, and what is told of them in one line each.</summary>
internal static class Found
{
    public static IReadOnlyList<ApiDefinition> Of(string template, string folder = ".") =>
        ApiDefinitions.Of(TemplateFile.Parse(template).Resolve(new TemplateValuation()), folder);

    public static ApiDefinition Only(string template, string folder = ".") => Assert.Single(Of(template, folder));

    /// <summary>Such as "GET /orders: Authorizer Jwt, key".</summary>
    public static IEnumerable<string> Routes(this ApiDefinition api) => api.Routes.Select(Route);

    /// <summary>Such as "Jwt: Token of Fn by header.Authorization, ttl 300".</summary>
    public static IEnumerable<string> Authorizers(this ApiDefinition api) => api.Authorizers.Select(Authorizer);

    public static IEnumerable<string> Said(this ApiDefinition api) => api.Notes.Select(note => $"{note.Line}: {note.Text}");

    private static string Route(ApiRoute route) =>
        $"{route.Method} {route.Path}: {route.Authorization}".TrimStart()
        + (route.Authorizer is null ? "" : $" {route.Authorizer}")
        + (route.ApiKeyRequired ? ", key" : "");

    private static string Authorizer(ApiAuthorizer authorizer) =>
        $"{authorizer.Name}: {authorizer.Kind}"
        + (authorizer.Function is null ? "" : $" of {authorizer.Function}")
        + (authorizer.IdentitySources.Count == 0 ? "" : $" by {string.Join('+', authorizer.IdentitySources)}")
        + (authorizer.Ttl is null ? "" : $", ttl {authorizer.Ttl}")
        + (authorizer.PayloadFormatVersion is null ? "" : $", format {authorizer.PayloadFormatVersion}")
        + (authorizer.SimpleResponses ? ", simple" : "")
        + (authorizer.ValidationExpression is null ? "" : $", matching {authorizer.ValidationExpression}");
}
