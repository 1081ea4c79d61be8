namespace Authorizers.Templates.Linting.Rules;

/// <summary>A function that may still be working when API Gateway has given up.</summary>
internal sealed class LongTimeout() : LintRule("timeout_long")
{
    /// <summary>Seconds after which an HTTP API answers 500.</summary>
    private const int Patience = 10;

    public override IEnumerable<Finding> Examine(LintSubject subject) =>
        from found in subject.Valued.LambdaAuthorizers
        let function = subject.Valued.FunctionOf(found.Authorizer)
        where function?.Timeout is { } timeout && Seconds.Of(timeout.Text) > Patience
        select Found(
            function.Timeout!.Line,
            function.Id,
            $"{function.Id} is an authorizer's function and has {function.Timeout.Text} s, and an HTTP API waits for 10.",
            "Set Timeout to 8 or less.");
}
