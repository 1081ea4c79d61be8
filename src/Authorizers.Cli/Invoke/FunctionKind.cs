using Authorizers.Lambda;
using Authorizers.Token;

namespace Authorizers.Cli.Invoke;

/// <summary>The functions of the suite, one row each.</summary>
internal sealed record FunctionKind(string Name, Func<FunctionSurroundings, AuthorizerFunction> Build)
{
    public static IReadOnlyList<FunctionKind> All { get; } = [new("token", Composition.Build)];
}
