namespace Authorizers.Cli.Keys;

/// <summary>A file that takes its place when it is whole; until then, what stood there stands there.</summary>
internal sealed class UnfinishedFile : IDisposable
{
    private readonly string _place;
    private readonly FileStream _stream;

    private UnfinishedFile(string place)
    {
        _place = place;
        _stream = new FileStream(Beside(place), FileMode.CreateNew, FileAccess.Write, FileShare.None);
    }

    public Stream Stream => _stream;

    /// <exception cref="IOException">It cannot be written there.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written there.</exception>
    public static UnfinishedFile Begin(FileInfo place) => Directory.Exists(place.FullName)
        ? throw new IOException($"{place.FullName} is a folder.")
        : new UnfinishedFile(place.FullName);

    /// <exception cref="IOException">The rest cannot be written.</exception>
    public void Finish()
    {
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
        File.Move(_stream.Name, _place, overwrite: true);
    }

    /// <summary>Leaves nothing behind that is not whole.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        File.Delete(_stream.Name);
    }

    /// <summary>A name that nobody has taken, or could have laid a link at.</summary>
    private static string Beside(string place) => $"{place}.{Path.GetRandomFileName()}";
}
