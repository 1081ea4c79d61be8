using Authorizers.Templates.Apis;

namespace Authorizers.Templates.Linting.Rules;

/// <summary>A route that names an authorizer which is not there.</summary>
internal sealed class UnknownAuthorizer() : LintRule("authorizer_unknown")
{
    public override IEnumerable<Finding> Examine(LintSubject subject) =>
        from api in subject.Valued.Apis
        from route in api.Routes
        where route.Authorization == RouteAuthorization.Authorizer && !IsThere(api, route.Authorizer)
        select Found(
            route.Line,
            api.Id,
            route.Authorizer is { } name
                ? $"{RouteText.Of(route)} of {api.Id} names the authorizer {name}, which is not there."
                : $"{RouteText.Of(route)} of {api.Id} asks for an authorizer and names none.",
            api.Authorizers.Count == 0
                ? "Define the authorizer."
                : $"Name one of {string.Join(", ", api.Authorizers.Select(authorizer => authorizer.Name))}.");

    private static bool IsThere(ApiDefinition api, string? name) =>
        name is not null && (UnknownText.IsIn(name) || api.Authorizers.Any(authorizer => authorizer.Name == name));
}
