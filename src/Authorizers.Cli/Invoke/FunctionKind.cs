using Authorizers.Lambda;

namespace Authorizers.Cli.Invoke;

/// <summary>The functions of the suite, one row each.</summary>
internal sealed record FunctionKind(string Name, Func<FunctionSurroundings, AuthorizerFunction> Build)
{
    public static IReadOnlyList<FunctionKind> All { get; } =
    [
        new("token", Token.Composition.Build), new("request", Request.Composition.Build),
        new("api-key", ApiKeys.Composition.Build),
    ];
}
