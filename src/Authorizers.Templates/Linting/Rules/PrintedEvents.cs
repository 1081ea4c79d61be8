using Authorizers.Templates.Functions;

namespace Authorizers.Templates.Linting.Rules;

/// <summary>A function whose log gets every event, and with it every credential.</summary>
internal sealed class PrintedEvents() : LintRule("events_printed")
{
    private const string Switch = "LAMBDA_NET_SERIALIZER_DEBUG";

    public override IEnumerable<Finding> Examine(LintSubject subject) =>
        from function in subject.Valued.Functions.Values
        from FunctionVariable variable in function.Variables
        where variable.Name == Switch && variable.Value.IsTrue
        select Found(
            variable.Value.Line,
            function.Id,
            $"{Switch} makes {function.Id} print every event, tokens included; a function of this suite refuses to start.",
            "Take the variable out.");
}
