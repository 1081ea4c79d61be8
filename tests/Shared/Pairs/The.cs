using System.Reflection;

namespace Authorizers.Tests.Pairs;

/// <summary>The fixed cast: what events/authorizer.json and the event files are about.</summary>
internal static class The
{
    public const string Issuer = "https://issuer.example/";

    public const string StageArn = "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod";

    public static IReadOnlyList<string> KeyIds { get; } = ["worthless-rsa", "worthless-ec"];

    public static string RepositoryRoot { get; } = Path.GetFullPath(typeof(The).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryRoot").Value!);

    public static string Events => Path.Combine(RepositoryRoot, "events");

    /// <summary>The nearest one, as the command finds it.</summary>
    public static string Configuration =>
        Path.Combine(Events, TheFunction.Name, "authorizer.json") is var own && File.Exists(own)
            ? own
            : Path.Combine(Events, "authorizer.json");
}
