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
        select Found(
            configured.Authorizer.Line,
            configured.Api.Id,
            $"The authorizer {configured.Authorizer.Name} of {configured.Api.Id} takes "
            + $"{(configured.Authorizer.SimpleResponses ? "simple responses" : "policies")}, and {configured.Function.Id} answers "
            + $"with {(response == Simple ? "simple responses" : "policies")}, as {configured.FileName} says.",
            configured.Authorizer.SimpleResponses
                ? "Set \"response\" to \"simple\" in the configuration, or take EnableSimpleResponses out."
                : "Set EnableSimpleResponses to true on an HTTP API's authorizer, or \"response\" to \"policy\" in the configuration.");
}
