using System.Text.Json;

namespace Authorizers.Templates.Functions;

/// <summary>What <c>dotnet lambda</c> is told in a project's folder.</summary>
internal static class ToolDefaults
{
    public const string FileName = "aws-lambda-tools-defaults.json";

    /// <summary>What the tool builds for, and Lambda runs on, where nobody says.</summary>
    public const string Usual = "x86_64";

    private const int MaxBytes = 65_536;

    /// <summary>The machine that a project is built for when the tool cannot read it out of the template.</summary>
    public static string ArchitectureIn(string folder)
    {
        try
        {
            using var document = JsonDocument.Parse(BoundedFile.Read(Path.Combine(folder, FileName), MaxBytes));
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("function-architecture", out JsonElement said)
                && said.ValueKind == JsonValueKind.String
                    ? said.GetString()!
                    : Usual;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return Usual;
        }
    }
}
