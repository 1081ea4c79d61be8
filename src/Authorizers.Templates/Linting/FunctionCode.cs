using Authorizers.Templates.Functions;

namespace Authorizers.Templates.Linting;

/// <summary>A function whose code is on this machine.</summary>
/// <param name="Function">Its logical id.</param>
/// <param name="Line">Of its logical id.</param>
/// <param name="Runtime">Such as <c>provided.al2023</c>, or null.</param>
/// <param name="Project">The .NET project that it is, absolute; null where it is none.</param>
public sealed record FunctionCode(string Function, int Line, string? Runtime, string? Project)
{
    internal static IEnumerable<FunctionCode> Of(Deployment deployment) =>
        from function in deployment.Functions.Values
        where function.CodeFolder is not null
        select new FunctionCode(function.Id, function.Line, function.Runtime, SuiteProject.ProjectOf(function.CodeFolder!));
}
