namespace Authorizers.Cli.Templates;

/// <summary>The template that is meant when none is named.</summary>
internal static class DefaultTemplate
{
    private static readonly string[] Candidates = ["serverless.template", "template.yaml", "template.yml", "template.json"];

    /// <summary>In the order in which they are looked for.</summary>
    public static string Names => $"{string.Join(", ", Candidates[..^1])} or {Candidates[^1]}";

    /// <summary>The first that is in the folder; null when none is.</summary>
    public static FileInfo? Find(string folder) =>
        Candidates.Select(name => new FileInfo(Path.Combine(folder, name))).FirstOrDefault(file => file.Exists);
}
