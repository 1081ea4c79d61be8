using System.Text;

namespace Authorizers.Tests.Pairs;

/// <summary>An event of the function's folder in events and, filed beside it, the response that it must get.</summary>
internal sealed class EventPair(string name)
{
    private const string EventEnding = ".event.json";
    private const string ResponseEnding = ".response.json";
    private const string ConfigurationEnding = ".config.json";

    private static readonly bool Updating = Environment.GetEnvironmentVariable("UPDATE_EVENTS") == "1";

    /// <summary>Every case, by name.</summary>
    public static IReadOnlyList<string> All { get; } = [.. NamesOf(EventEnding)];

    public static TheoryData<string> Names => [.. All];

    /// <summary>Files beside no event.</summary>
    public static IEnumerable<string> Orphans =>
        NamesOf(ResponseEnding).Select(name => name + ResponseEnding)
            .Concat(NamesOf(ConfigurationEnding).Select(name => name + ConfigurationEnding))
            .Where(file => !File.Exists(FileOf(file[..file.IndexOf('.')], EventEnding)));

    public byte[] Event => File.ReadAllBytes(FileOf(name, EventEnding));

    public bool HasOwnConfiguration => File.Exists(OwnConfiguration);

    private static string Folder => Path.Combine(The.Events, TheFunction.Name);

    private string OwnConfiguration => FileOf(name, ConfigurationEnding);

    private string Configuration => HasOwnConfiguration ? OwnConfiguration : The.Configuration;

    public async Task<Answer> InvokeAsync()
    {
        using var function = new LocalFunction(Configuration);
        return await function.InvokeAsync(Event);
    }

    public async Task<Answer> InvokeTypedAsync()
    {
        using var function = new LocalFunction(Configuration);
        return await function.InvokeTypedAsync(Event);
    }

    /// <summary>Compares with the response on file, byte for byte; with UPDATE_EVENTS=1, files it.</summary>
    public void Expect(byte[] printed)
    {
        string file = FileOf(name, ResponseEnding);
        if (Updating)
        {
            File.WriteAllBytes(file, printed);
            return;
        }

        Assert.True(File.Exists(file), $"""
            events/{TheFunction.Name}/{name}{ResponseEnding} is missing: nobody has said what this event must get.
            Write it with UPDATE_EVENTS=1 dotnet test tests/{TheFunction.Tests}, then read it before you commit it.
            """);
        Assert.Equal(Characters(File.ReadAllBytes(file)), Characters(printed));
    }

    private static string FileOf(string name, string ending) => Path.Combine(Folder, name + ending);

    private static IEnumerable<string> NamesOf(string ending) =>
        Directory.EnumerateFiles(Folder, "*" + ending)
            .Select(file => Path.GetFileName(file)[..^ending.Length])
            .Order(StringComparer.Ordinal);

    /// <summary>One character for each byte, so that texts are equal when bytes are and a failure can be read.</summary>
    private static string Characters(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
