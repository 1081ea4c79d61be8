using System.Text.RegularExpressions;

namespace Authorizers.Cli.Policies;

/// <summary>What to probe. Each text is made of letters that mean nothing to a shell, and is quoted all the same.</summary>
/// <param name="RestApi">The id of a REST API.</param>
/// <param name="Stage">The name of its stage.</param>
/// <param name="Region">Null for that of the AWS command line.</param>
/// <param name="Authorizer">An authorizer's id; null for the API's first.</param>
/// <param name="FunctionName">The authorizer's function; null for that of the template.</param>
internal sealed partial record ProbeArguments(
    string RestApi, string Stage, string? Region, string? Authorizer, string? FunctionName)
{
    private const int Timeout = 1000;

    [GeneratedRegex(@"\A[a-z0-9]{1,64}\z", RegexOptions.None, Timeout)]
    public static partial Regex Id { get; }

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9_-]{0,127}\z", RegexOptions.None, Timeout)]
    public static partial Regex Name { get; }

    [GeneratedRegex(@"\A[a-z]{2,8}(-[a-z0-9]{1,16}){1,4}\z", RegexOptions.ExplicitCapture, Timeout)]
    public static partial Regex RegionName { get; }
}
