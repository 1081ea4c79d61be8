using Authorizers.Templates.Values;

namespace Authorizers.Templates.Linting;

/// <summary>What rules look at.</summary>
internal sealed record LintSubject
{
    /// <summary>With the values that parameters have.</summary>
    public required Deployment Valued { get; init; }

    /// <summary>With parameters as <c>${Name}</c>: what is the same here is so whatever they are.</summary>
    public required Deployment Symbolic { get; init; }

    /// <summary>The names of all parameters, and whether CloudFormation hides their values.</summary>
    public required IReadOnlyDictionary<string, bool> Parameters { get; init; }

    /// <summary>The template as it is written.</summary>
    public required TemplateMap Source { get; init; }

    /// <summary>The authorizers that can be held against their functions' configurations.</summary>
    public IEnumerable<ConfiguredAuthorizer> ConfiguredAuthorizers => ConfiguredAuthorizer.Of(Valued, Symbolic);
}
