namespace Authorizers.Core.Policies.Evaluation;

/// <summary>
/// The six fields of an ARN pattern: <c>arn:partition:service:region:account:resource</c>. The last may hold colons itself.
/// </summary>
internal static class ArnFields
{
    /// <summary>So many colons part the fields.</summary>
    public const int Boundaries = 5;

    private const int Service = 2;

    private static readonly int[] Start = [.. "arn:".Select(letter => (int)letter)];

    /// <summary>Null when the text can be matched against ARNs.</summary>
    public static string? Problem(PolicyText text)
    {
        PolicyTextPart[] service = [.. Field(text, Service)];
        return !text.Parts.Take(Start.Length).Select(part => part.Symbol).SequenceEqual(Start) ? "is neither * nor an ARN"
            : service.Length == 0 || !service.All(part => part.IsCharacter) ? "must name the service, and without wildcards"
            : null;
    }

    /// <summary>The text with its wildcards kept within their fields, and with any in place of missing fields.</summary>
    /// <param name="text">A text without a problem.</param>
    /// <param name="runsOver">A <c>*</c> that ends a field may run on past the colon.</param>
    public static PolicyText Confine(PolicyText text, bool runsOver)
    {
        List<PolicyTextPart> confined = [];
        int colons = 0;
        for (int index = 0; index < text.Parts.Count; index++)
        {
            PolicyTextPart part = text.Parts[index];
            colons += part.IsColon ? 1 : 0;
            bool endsField = index + 1 == text.Parts.Count || text.Parts[index + 1].IsColon;
            bool isFree = colons >= Boundaries || (runsOver && endsField && part.Symbol == GlobPattern.AnyRun);
            confined.Add(isFree ? part : Confined(part));
        }

        for (; colons < Boundaries; colons++)
        {
            confined.AddRange([new PolicyTextPart(':'), new PolicyTextPart(GlobPattern.AnyRun)]);
        }

        return new PolicyText(confined);
    }

    private static IEnumerable<PolicyTextPart> Field(PolicyText text, int number)
    {
        IEnumerable<PolicyTextPart> rest = text.Parts;
        for (int skipped = 0; skipped < number; skipped++)
        {
            rest = rest.SkipWhile(part => !part.IsColon).Skip(1);
        }

        return rest.TakeWhile(part => !part.IsColon);
    }

    private static PolicyTextPart Confined(PolicyTextPart part) => part.Symbol switch
    {
        GlobPattern.AnyRun => new PolicyTextPart(GlobPattern.FieldRun),
        GlobPattern.AnyOne => new PolicyTextPart(GlobPattern.FieldOne),
        _ => part,
    };
}
