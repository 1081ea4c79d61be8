using System.Collections.ObjectModel;

namespace Authorizers.Templates;

/// <summary>What a template is resolved with.</summary>
public sealed record TemplateValuation
{
    /// <summary>By the names of parameters and pseudo parameters (<c>AWS::Region</c>); they go before defaults.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Whether a parameter that is not given stays <c>${Name}</c> though it has a default.</summary>
    public bool Symbolic { get; init; }

    /// <summary>Conditions that are so, whatever the template says, by their names.</summary>
    public IReadOnlyDictionary<string, bool> Conditions { get; init; } = ReadOnlyDictionary<string, bool>.Empty;
}
