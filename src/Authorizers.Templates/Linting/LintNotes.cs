using Authorizers.Templates.Apis;

namespace Authorizers.Templates.Linting;

/// <summary>Says what rules had to pass over.</summary>
internal static class LintNotes
{
    public static IEnumerable<TemplateNote> Of(LintSubject subject) =>
    [
        .. subject.Valued.Notes,
        .. OfAuthorizers(subject.Valued),
        .. OfRoutes(subject.Valued),
        .. OfConfigurations(subject.Valued),
    ];

    private static IEnumerable<TemplateNote> OfAuthorizers(Deployment valued) =>
        from found in valued.LambdaAuthorizers
        where valued.FunctionOf(found.Authorizer) is null
        select new TemplateNote(
            found.Authorizer.Line,
            $"The function of the authorizer {found.Authorizer.Name} of {found.Api.Id} is not in this template: its "
            + "configuration, its permission and its timeout are not judged.");

    private static IEnumerable<TemplateNote> OfRoutes(Deployment valued) =>
        from api in valued.Apis
        from route in api.Routes
        where route is { Authorization: RouteAuthorization.Authorizer, Authorizer: { } name } && UnknownText.IsIn(name)
        select new TemplateNote(
            route.Line, $"Which authorizer {RouteText.Of(route)} of {api.Id} has is not known before it is deployed.");

    private static IEnumerable<TemplateNote> OfConfigurations(Deployment valued) =>
        from function in valued.Functions.Values
        where function.ConfigurationProblem is not null
        select new TemplateNote(
            function.Line,
            $"The configuration of {function.Id} is not compared with the template: {function.ConfigurationProblem}.");
}
