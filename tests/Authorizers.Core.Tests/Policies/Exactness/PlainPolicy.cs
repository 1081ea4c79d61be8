using Authorizers.Tests.Shared.Routing;

namespace Authorizers.Core.Tests.Policies.Exactness;

/// <summary>
/// The policy that one would write first: Allow what is granted, Deny what is refused, each as its glob. The builder has to
/// answer wherever this is exact.
/// </summary>
internal sealed class PlainPolicy(OracleTable table)
{
    private readonly (IReadOnlyList<string> Methods, string Glob, bool Granted)[] _globs =
        [.. table.Routes.Select(route => (route.Methods, route.Glob, route.Granted))];

    /// <summary>Only calls that are routed count, spelled with neither trailing slash nor oddity.</summary>
    public bool IsExactFor(Call call) =>
        PathReadings.IsOdd(call.Path)
        || call.Path.EndsWith('/')
        || table.Find(call.Method, call.Path) is not { } route
        || table.Expect(call.Method, call.Path) == CallVerdict.Free
        || route.Granted == Allows(call);

    private bool Allows(Call call) => Covers(call, granted: true) && !Covers(call, granted: false);

    private bool Covers(Call call, bool granted) => Array.Exists(
        _globs,
        glob => glob.Granted == granted && glob.Methods.Contains(call.Method) && PolicyEvaluator.Matches(glob.Glob, call.Path));
}
