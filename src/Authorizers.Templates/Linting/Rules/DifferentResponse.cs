using Authorizers.Templates.Functions;

namespace Authorizers.Templates.Linting.Rules;

/// <summary>A function that answers in another form than API Gateway takes: 500 for everybody.</summary>
internal sealed class DifferentResponse() : LintRule("response_differs")
{
    private const string Simple = "simple";

    public override IEnumerable<Finding> Examine(LintSubject subject) =>
        from configured in subject.ConfiguredAuthorizers
        let response = ConfigurationVariables.Replace(configured.File.Response, configured.Function)
        where !UnknownText.IsIn(response) && response == Simple != configured.Authorizer.SimpleResponses
        let isTaken = configured.Authorizer.SimpleResponses ? "simple responses" : "policies"
        let isGiven = response == Simple ? "simple responses" : "policies"
        select Found(
            configured.Authorizer.Line,
            configured.Api.Id,
            $"The authorizer {configured.Authorizer.Name} of {configured.Api.Id} takes "
            + $"{isTaken}, and {configured.Function.Id} answers with {isGiven}, as {configured.FileName} says.",
            configured.Authorizer.SimpleResponses
                ? "Set \"response\" to \"simple\" in the configuration, or take EnableSimpleResponses out."
                : "Set \"response\" to \"policy\" in the configuration; or, of an HTTP API, EnableSimpleResponses to true.");
}
