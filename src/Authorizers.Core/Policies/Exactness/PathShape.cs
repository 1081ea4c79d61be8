using Authorizers.Core.Decisions;

namespace Authorizers.Core.Policies.Exactness;

/// <summary>
/// Paths as rows of segments; null stands for what may be anything. In a shape that is one segment, so that a shape is about
/// paths of one length. In a glob it is one or more, because IAM's wildcards cross slashes: the glob of a route covers more than
/// the route.
/// </summary>
internal static class PathShape
{
    private const string Anything = "?*";

    /// <summary>True when the route matches every path of the shape.</summary>
    public static bool IsMatchedBy(string?[] shape, RoutePattern route)
    {
        if (route.IsGreedy ? shape.Length < route.Segments.Count : shape.Length != route.Segments.Count)
        {
            return false;
        }

        for (int index = 0; index < route.Glob.Length; index++)
        {
            if (route.Glob[index] is { } text && shape[index] != text)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when every text that the one glob matches is matched by the other.</summary>
    public static bool Covers(ReadOnlySpan<string?> wide, ReadOnlySpan<string?> narrow)
    {
        (int at, int taken, int wildcard, int mark) = (0, 0, -1, 0);
        while (taken < narrow.Length)
        {
            if (at < wide.Length && wide[at] is null)
            {
                (wildcard, mark) = (at++, ++taken);
            }
            else if (at < wide.Length && wide[at] == narrow[taken])
            {
                (at, taken) = (at + 1, taken + 1);
            }
            else if (wildcard >= 0)
            {
                (at, taken) = (wildcard + 1, ++mark);
            }
            else
            {
                return false;
            }
        }

        return at == wide.Length;
    }

    /// <summary>
    /// False when no path is common to both, as can be seen at a glance: most routes of a table differ in a text before the first
    /// wildcard.
    /// </summary>
    public static bool BeginAlike(RoutePattern route, string?[] glob)
    {
        if (!route.IsGreedy && route.Glob.Length < glob.Length)
        {
            return false;
        }

        for (int index = 0; index < glob.Length && index < route.Glob.Length && glob[index] is { } text; index++)
        {
            if (route.Glob[index] is { } own && own != text)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>As a resource spells it.</summary>
    public static string Write(IEnumerable<string?> glob) => string.Join('/', glob.Select(segment => segment ?? Anything));
}
