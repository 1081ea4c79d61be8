namespace Authorizers.Templates.Linting;

/// <summary>Examines a template by all rules: with its parameters' values, and with each condition turned round once.</summary>
public static class TemplateLint
{
    /// <param name="template">As it is written.</param>
    /// <param name="folder">The template's, from which code and configurations are found.</param>
    /// <param name="parameters">Given values; the others have their defaults.</param>
    /// <exception cref="TemplateException">It says what cannot be understood.</exception>
    public static LintReport Examine(Template template, string folder, IReadOnlyDictionary<string, string> parameters)
    {
        var valuations = new LintValuations(template, folder, parameters);
        LintSubject asGiven = valuations.AsGiven();
        IReadOnlyList<LintSubject> subjects = [asGiven, .. valuations.Turned()];
        Deployment valued = asGiven.Valued;
        return new LintReport
        {
            Findings =
            [
                .. subjects.SelectMany(FindingsIn)
                    .DistinctBy(finding => (finding.Rule, finding.Line, finding.Message))
                    .OrderBy(finding => finding.Line)
                    .ThenBy(finding => finding.Rule, StringComparer.Ordinal),
            ],
            Notes = [.. subjects.SelectMany(LintNotes.Of).Concat(valuations.Notes).Distinct().OrderBy(note => note.Line)],
            Apis = valued.Apis.Count,
            Routes = valued.Apis.Sum(api => api.Routes.Count),
            Authorizers = valued.Apis.Sum(api => api.Authorizers.Count),
            Code = [.. FunctionCode.Of(valued)],
        };
    }

    private static IEnumerable<Finding> FindingsIn(LintSubject subject) =>
        LintRules.All.SelectMany(rule => rule.Examine(subject));
}
