using Authorizers.Templates.Apis;
using Authorizers.Templates.Functions;

namespace Authorizers.Templates.Linting.Rules;

/// <summary>Identity sources of which the function knows others: kept answers reach callers they were not meant for.</summary>
internal sealed class DifferentIdentitySources() : LintRule("identity_sources_differ")
{
    private const string Header = "header.";

    private const string Remedy = "Write the same in both. Where no answer is kept, the configuration need not speak of them.";

    private static readonly string[] OfConfiguration = ["header.Authorization"];

    public override IEnumerable<Finding> Examine(LintSubject subject)
    {
        foreach (ConfiguredAuthorizer configured in subject.ConfiguredAuthorizers.Where(IsBinding))
        {
            Comparison comparison = Compare(configured);
            string of = $"the authorizer {configured.Authorizer.Name} of {configured.Api.Id}";
            string? message = comparison.Agreement switch
            {
                Agreement.Never => $"The identity sources of {of} are {Shown(comparison.Deployed)}, and those in "
                    + $"{configured.FileName} of {configured.Function.Id} are {Shown(comparison.Configured)}.",
                Agreement.ByChance => $"The identity sources of {of} and those in {configured.FileName} of "
                    + $"{configured.Function.Id} agree only while {comparison.Condition}.",
                _ => null,
            };
            if (message is not null)
            {
                yield return Found(LineOf(configured.Authorizer), configured.Api.Id, message, Remedy);
            }
        }
    }

    /// <summary>Where nothing is kept, a configuration need not speak of identity sources.</summary>
    private static bool IsBinding(ConfiguredAuthorizer configured) =>
        configured.File.IdentitySources is not null
        || (configured.Api.Kind != ApiKind.WebSocket && AuthorizerTtl.IsAboveZero(configured.Api, configured.Authorizer));

    private static Comparison Compare(ConfiguredAuthorizer configured)
    {
        IReadOnlyList<string> texts = configured.File.IdentitySources ?? OfConfiguration;
        return new Comparison(
            InOrder(configured.Authorizer.IdentitySources.Select(source => source.Text)),
            InOrder(texts.Select(text => ConfigurationVariables.Replace(text, configured.Function))),
            InOrder(configured.Symbolic.IdentitySources.Select(source => source.Text)),
            InOrder(texts.Select(text => ConfigurationVariables.Replace(text, configured.SymbolicFunction))));
    }

    private static string InOrder(IEnumerable<string> sources) =>
        string.Join(", ", sources.Select(Folded).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>Case means nothing in a header's name; in a parameter's it does.</summary>
    private static string Folded(string source) =>
        source.StartsWith(Header, StringComparison.Ordinal) && !UnknownText.IsIn(source) ? source.ToLowerInvariant() : source;

    private static string Shown(string sources) => sources.Length == 0 ? "none" : sources;

    private static int LineOf(ApiAuthorizer authorizer) =>
        authorizer.IdentitySources.Count > 0 ? authorizer.IdentitySources[0].Line : authorizer.Line;
}
