namespace Authorizers.Templates.Linting.Rules;

/// <summary>A secret that stands in the template, or that CloudFormation shows. Its value is never repeated.</summary>
internal sealed class PlainSecret() : LintRule("secret_in_template")
{
    private const string Remedy =
        "Take it from AWS Secrets Manager or a secure SSM parameter by a dynamic reference, {{resolve:secretsmanager:...}} or "
        + "{{resolve:ssm-secure:...}}; or from a parameter with NoEcho.";

    private static readonly string[] Hidden = ["{{resolve:secretsmanager:", "{{resolve:ssm-secure:"];

    public override IEnumerable<Finding> Examine(LintSubject subject) =>
        from function in subject.Symbolic.Functions.Values
        let used = subject.Valued.Functions.GetValueOrDefault(function.Id)?.Configuration?.SecretVariables
        from variable in function.Variables
        where SecretName.Is(variable.Name) || used?.Contains(variable.Name) == true
        let how = HowItIsShown(subject, variable.Value.Text)
        where how is not null
        select Found(
            variable.Value.Line, function.Id, $"The variable {variable.Name} of {function.Id} is a secret, and {how}.", Remedy);

    /// <summary>Null for what is hidden, or not known here.</summary>
    private static string? HowItIsShown(LintSubject subject, string value)
    {
        IReadOnlyList<string> names = UnknownText.NamesIn(value);
        string[] shown = [.. names.Where(name => subject.Parameters.TryGetValue(name, out bool isHidden) && !isHidden)];
        return Hidden.Any(value.Contains) || value.Length == 0 || value.StartsWith("arn:", StringComparison.Ordinal) ? null
            : shown.Length > 0 ? $"the parameter {shown[0]}, from which it comes, has no NoEcho"
            : names.Count == 0 ? "its value stands in the template"
            : null;
    }
}
