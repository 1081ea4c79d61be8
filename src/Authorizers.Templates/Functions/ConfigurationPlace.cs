namespace Authorizers.Templates.Functions;

/// <summary>Where a function will find its <c>authorizer.json</c>, as a path on this machine.</summary>
internal static class ConfigurationPlace
{
    /// <summary>Names the file.</summary>
    public const string Variable = "AUTHORIZER_CONFIG";
    private const string TaskRoot = "/var/task/";

    /// <summary>Null where its code, or the name of the file, is not known here.</summary>
    public static string? Of(DeployedFunction function)
    {
        string name = function.Variable(Variable) is { Length: > 0 } said ? said : "authorizer.json";
        name = name.StartsWith(TaskRoot, StringComparison.Ordinal) ? name[TaskRoot.Length..] : name;
        return function.CodeFolder is not { } folder || name.AsSpan().ContainsAny("$\0") || Path.IsPathRooted(name)
            ? null
            : Path.GetFullPath(name, folder);
    }
}
