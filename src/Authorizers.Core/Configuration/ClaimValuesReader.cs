namespace Authorizers.Core.Configuration;

/// <summary>Reads an object of claim names, each with the values accepted for it.</summary>
internal static class ClaimValuesReader
{
    public static IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Read(ConfigurationNode node)
    {
        List<KeyValuePair<string, IReadOnlyList<string>>> claims = [];
        foreach ((string name, ConfigurationNode accepted) in node.AnyMembers())
        {
            if (name.Length == 0)
            {
                accepted.Problem("must be named by a claim");
            }

            if (accepted.IsEmptyArray)
            {
                accepted.Problem("must name at least one value");
            }

            claims.Add(new(name, Values(accepted)));
        }

        return claims;
    }

    private static List<string> Values(ConfigurationNode accepted)
    {
        List<string> values = [];
        foreach (ConfigurationNode item in accepted.Items())
        {
            if (item.TryScalar(out string? value))
            {
                values.Add(value);
            }
        }

        return values;
    }
}
