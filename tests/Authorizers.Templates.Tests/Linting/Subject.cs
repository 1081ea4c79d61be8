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
            Resources = [],
            Apis = [api],
            Functions = new Dictionary<string, DeployedFunction>(),
            Notes = [],
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
