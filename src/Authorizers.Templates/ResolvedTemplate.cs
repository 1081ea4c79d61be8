using Authorizers.Templates.Values;

namespace Authorizers.Templates;

/// <summary>What a template deploys with given values.</summary>
public sealed record ResolvedTemplate
{
    /// <summary>Those whose condition holds, with SAM's globals in them, in the order of the template.</summary>
    public required IReadOnlyList<TemplateResource> Resources { get; init; }

    /// <summary>Those whose condition holds.</summary>
    public required IReadOnlyList<TemplateOutput> Outputs { get; init; }

    /// <summary>SAM's globals themselves, for the APIs that no resource stands for; empty where there are none.</summary>
    public required TemplateMap Globals { get; init; }

    /// <summary>What was passed over, in the order of the lines.</summary>
    public required IReadOnlyList<TemplateNote> Notes { get; init; }

    /// <summary>The resource of a logical id, or null.</summary>
    public TemplateResource? this[string id] =>
        Resources.FirstOrDefault(resource => string.Equals(resource.Id, id, StringComparison.Ordinal));
}
