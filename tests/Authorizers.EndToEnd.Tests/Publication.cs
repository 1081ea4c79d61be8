namespace Authorizers.EndToEnd.Tests;

/// <summary>A project as it was published.</summary>
/// <param name="Folder">Holds what is deployed, and nothing else.</param>
/// <param name="Output">All that the publishing wrote.</param>
public sealed record Publication(string Folder, string Output)
{
    public string Bootstrap => Path.Combine(Folder, "bootstrap");
}
