namespace Authorizers.Templates.Apis;

/// <summary>Finds the APIs of a template.</summary>
public static class ApiDefinitions
{
    /// <summary>In the order of the template.</summary>
    /// <param name="template">Resolved.</param>
    /// <param name="folder">The template's, from which definitions in other files are found.</param>
    public static IReadOnlyList<ApiDefinition> Of(ResolvedTemplate template, string folder) => [];
}
