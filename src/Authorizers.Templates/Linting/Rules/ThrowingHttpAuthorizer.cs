using Authorizers.Templates.Apis;
using Authorizers.Templates.Functions;

namespace Authorizers.Templates.Linting.Rules;

/// <summary>A function that says 401 by an error, which an HTTP API is not documented to understand.</summary>
internal sealed class ThrowingHttpAuthorizer() : LintRule("http_authorizer_throws")
{
    public override IEnumerable<Finding> Examine(LintSubject subject) =>
        from configured in subject.ConfiguredAuthorizers
        where configured.Api.Kind == ApiKind.Http && Throws(configured)
        select Found(
            configured.Authorizer.Line,
            configured.Api.Id,
            $"{configured.Function.Id} throws to say 401, as {configured.FileName} has it, and an HTTP API such as "
            + $"{configured.Api.Id} makes a 500 of it.",
            "Set \"onUnauthenticated\" to \"deny\" in the configuration.");

    /// <summary>A simple response is a no, whatever <c>onUnauthenticated</c> says.</summary>
    private static bool Throws(ConfiguredAuthorizer configured) =>
        ConfigurationVariables.Replace(configured.File.OnUnauthenticated, configured.Function) == "throw"
        && ConfigurationVariables.Replace(configured.File.Response, configured.Function) == "policy";
}
