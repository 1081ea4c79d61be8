using Authorizers.Templates.Apis;
using Authorizers.Templates.Functions;

namespace Authorizers.Templates.Linting.Rules;

/// <summary>A TTL of which the function knows another one: it then checks the wrong thing at its start.</summary>
internal sealed class DifferentTtl() : LintRule("ttl_differs")
{
    private const string OfConfiguration = "300";

    private const string Remedy =
        "Let both follow one parameter: the authorizer's TTL by Ref, and resultTtl as ${RESULT_TTL} from the environment.";

    public override IEnumerable<Finding> Examine(LintSubject subject)
    {
        foreach (ConfiguredAuthorizer configured in subject.ConfiguredAuthorizers.Where(Keeps))
        {
            Comparison comparison = Compare(configured);
            string of = $"the authorizer {configured.Authorizer.Name} of {configured.Api.Id}";
            string? message = comparison.Agreement switch
            {
                Agreement.Never => $"The TTL of {of} is {comparison.Deployed} s, and resultTtl in {configured.FileName} of "
                    + $"{configured.Function.Id} is {comparison.Configured} s.",
                Agreement.ByChance => $"The TTL of {of} and resultTtl in {configured.FileName} of {configured.Function.Id} agree "
                    + $"only while {comparison.Condition}.",
                _ => null,
            };
            if (message is not null)
            {
                yield return Found(AuthorizerTtl.LineOf(configured.Authorizer), configured.Api.Id, message, Remedy);
            }
        }
    }

    private static bool Keeps(ConfiguredAuthorizer configured) => configured.Api.Kind != ApiKind.WebSocket;

    private static Comparison Compare(ConfiguredAuthorizer configured)
    {
        string text = configured.File.ResultTtl ?? OfConfiguration;
        return new Comparison(
            InSeconds(AuthorizerTtl.TextOf(configured.Api, configured.Authorizer)),
            InSeconds(ConfigurationVariables.Replace(text, configured.Function)),
            InSeconds(AuthorizerTtl.TextOf(configured.Api, configured.Symbolic)),
            InSeconds(ConfigurationVariables.Replace(text, configured.SymbolicFunction)));
    }

    private static string InSeconds(string text) => Seconds.Of(text) is { } seconds ? $"{seconds}" : text;
}
