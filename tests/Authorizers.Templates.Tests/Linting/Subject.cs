using Authorizers.Templates.Apis;
using Authorizers.Templates.Functions;
using Authorizers.Templates.Linting;
using Authorizers.Templates.Values;

namespace Authorizers.Templates.Tests.Linting;

/// <summary>What rules look at, made by hand.</summary>
internal static class Subject
{
    /// <summary>One API, without functions or parameters.</summary>
    public static LintSubject Of(ApiDefinition api)
    {
        var deployment = new Deployment
        {
            Template = new ResolvedTemplate { Resources = [], Outputs = [], Globals = new TemplateMap(1, []), Notes = [] },
            Apis = [api],
            Functions = new Dictionary<string, DeployedFunction>(),
        };
        return new LintSubject
        {
            Valued = deployment,
            Symbolic = deployment,
            Parameters = new Dictionary<string, bool>(),
            Source = new TemplateMap(1, []),
        };
    }
}
