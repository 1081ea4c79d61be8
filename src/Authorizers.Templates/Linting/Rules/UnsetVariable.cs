using Authorizers.Templates.Functions;

namespace Authorizers.Templates.Linting.Rules;

/// <summary>A variable that the configuration needs and the function does not get: it would not start.</summary>
internal sealed class UnsetVariable() : LintRule("variable_unset")
{
    private static readonly string[] OfLambda = ["AWS_", "LAMBDA_"];

    public override IEnumerable<Finding> Examine(LintSubject subject) =>
        from function in subject.Valued.Functions.Values
        let file = function.Configuration
        where file is not null
        let unset = file!.Variables.Where(name => !IsSet(function, name)).Order(StringComparer.Ordinal).ToArray()
        where unset.Length > 0
        select Found(
            function.Line,
            function.Id,
            $"{function.Id} does not start: {Path.GetFileName(file.Path)} needs {string.Join(", ", unset)}, "
            + "which its environment does not set.",
            "Set it under Environment.Variables of the function, or take it out of the configuration.");

    /// <summary>An empty value counts as none; <c>NAME_FILE</c> may name a file instead.</summary>
    private static bool IsSet(DeployedFunction function, string name) =>
        OfLambda.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))
        || !string.IsNullOrEmpty(function.Variable(name))
        || !string.IsNullOrEmpty(function.Variable($"{name}_FILE"));
}
