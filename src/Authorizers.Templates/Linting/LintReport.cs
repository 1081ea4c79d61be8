namespace Authorizers.Templates.Linting;

/// <summary>What came of examining a template.</summary>
public sealed record LintReport
{
    /// <summary>In order of their lines; none twice.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What could not be judged, in order of the lines; none twice.</summary>
    public required IReadOnlyList<TemplateNote> Notes { get; init; }

    /// <summary>How many were examined, under the values that parameters have.</summary>
    public required int Apis { get; init; }

    /// <summary>Of all these APIs.</summary>
    public required int Routes { get; init; }

    /// <summary>Of all these APIs.</summary>
    public required int Authorizers { get; init; }

    /// <summary>Those whose code is on this machine, by their logical ids.</summary>
    public required IReadOnlyList<FunctionCode> Code { get; init; }
}
