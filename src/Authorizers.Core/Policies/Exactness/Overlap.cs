namespace Authorizers.Core.Policies.Exactness;

/// <summary>The paths that a shape and a glob have in common, one way in which the glob's wildcards can lie over them.</summary>
/// <param name="Shape">The shape, with what the glob says of segments that the shape leaves open.</param>
/// <param name="UnderWildcard">For each segment: a wildcard lies over it, so that any other spelling of it is covered too.</param>
internal readonly record struct Overlap(string?[] Shape, bool[] UnderWildcard)
{
    /// <summary>All of them; none when no path is common to both.</summary>
    public static List<Overlap> Between(string?[] shape, string?[] glob)
    {
        List<Overlap> found = [];
        if (shape.Length >= glob.Length)
        {
            Lay(shape, glob, 0, 0, [.. shape], new bool[shape.Length], found);
        }

        return found;
    }

    private static void Lay(
        string?[] shape, string?[] glob, int segment, int part, string?[] common, bool[] under, List<Overlap> found)
    {
        if (part == glob.Length)
        {
            if (segment == shape.Length)
            {
                found.Add(new Overlap([.. common], [.. under]));
            }
        }
        else if (glob[part] is { } text)
        {
            if (segment < shape.Length && (shape[segment] is null || shape[segment] == text))
            {
                common[segment] = text;
                under[segment] = false;
                Lay(shape, glob, segment + 1, part + 1, common, under, found);
            }
        }
        else
        {
            int longest = shape.Length - segment - (glob.Length - part - 1);
            for (int taken = 1; taken <= longest; taken++)
            {
                common[segment + taken - 1] = shape[segment + taken - 1];
                under[segment + taken - 1] = true;
                Lay(shape, glob, segment + taken, part + 1, common, under, found);
            }
        }
    }
}
