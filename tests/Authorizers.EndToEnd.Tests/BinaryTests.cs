using System.IO.Compression;
using System.Runtime.Versioning;
using System.Text;

namespace Authorizers.EndToEnd.Tests;

public sealed class BinaryTests(PublishedBinaries binaries)
{
    private const UnixFileMode Runnable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private const int Megabyte = 1024 * 1024;

    /// <summary>How the dynamic linker's version table begins each entry; they end with a zero byte.</summary>
    private const string GlibcVersion = "GLIBC_";

    /// <summary>Of Amazon Linux 2023, on which provided.al2023 stands.</summary>
    private static readonly Version LambdaGlibc = new(2, 34);

    public static TheoryData<string> Functions => [.. PublishedBinaries.Functions];

    [Theory]
    [InlineData("token", "authorizer.json", "bootstrap")]
    [InlineData("request", "authorizer.http.json", "authorizer.json", "bootstrap")]
    [InlineData("api-key", "authorizer.json", "bootstrap")]
    [InlineData("websocket", "authorizer.json", "bootstrap")]
    public async Task Publishing_leaves_the_executable_and_its_configuration_and_nothing_else(string function, params string[] files)
    {
        Publication published = await binaries.FunctionAsync(function);
        Assert.Equal(
            files, Directory.EnumerateFileSystemEntries(published.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("token", "Authorizers.Token", "authorizer.json")]
    [InlineData("request", "Authorizers.Request", "authorizer.json")]
    [InlineData("request", "Authorizers.Request", "authorizer.http.json")]
    [InlineData("api-key", "Authorizers.ApiKey", "authorizer.json")]
    [InlineData("websocket", "Authorizers.WebSocket", "authorizer.json")]
    public async Task A_configuration_is_the_one_beside_the_source(string function, string project, string file)
    {
        Publication published = await binaries.FunctionAsync(function);
        Assert.Equal(
            await File.ReadAllBytesAsync(Repository.PathOf($"src/{project}/{file}")),
            await File.ReadAllBytesAsync(Path.Combine(published.Folder, file)));
    }

    /// <summary>As Lambda unpacks it: files at the root, the executable with its bit.</summary>
    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Zipped_as_it_is_it_is_what_Lambda_wants(string function)
    {
        Publication published = await binaries.FunctionAsync(function);
        using var content = new MemoryStream();
        await ZipFile.CreateFromDirectoryAsync(published.Folder, content);
        await using var zip = new ZipArchive(content);

        Assert.All(zip.Entries, entry => Assert.Equal(entry.Name, entry.FullName));
        var mode = (UnixFileMode)(zip.GetEntry("bootstrap")!.ExternalAttributes >> 16);
        Assert.Equal(Runnable, mode & Runnable);
        Assert.NotNull(zip.GetEntry("authorizer.json"));
        Assert.DoesNotContain(zip.Entries, entry => Path.GetExtension(entry.Name) is ".dbg" or ".pdb" or ".dll" or ".deps");
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Publishing_gives_no_warning(string function) =>
        Assert.DoesNotContain("warning", (await binaries.FunctionAsync(function)).Output, StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("token", 8)]
    [InlineData("request", 9)]
    [InlineData("api-key", 14)]
    [InlineData("websocket", 14)]
    public async Task The_binary_stays_under_its_megabytes(string function, int megabytes) =>
        Assert.InRange(new FileInfo((await binaries.FunctionAsync(function)).Bootstrap).Length, 1, (megabytes * Megabyte) - 1);

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task The_binary_asks_for_no_newer_glibc_than_Lambda_has(string function)
    {
        string content = Encoding.Latin1.GetString(await File.ReadAllBytesAsync((await binaries.FunctionAsync(function)).Bootstrap));
        Version[] asked = [.. content.Split('\0')
            .Where(text => text.StartsWith(GlibcVersion, StringComparison.Ordinal))
            .Select(text => Version.Parse(text[GlibcVersion.Length..]))];
        Assert.NotEmpty(asked);
        Assert.InRange(asked.Max()!, new Version(2, 0), LambdaGlibc);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task The_binary_may_be_executed()
    {
        UnixFileMode mode = File.GetUnixFileMode((await binaries.TokenAsync()).Bootstrap);
        Assert.True(mode.HasFlag(UnixFileMode.UserExecute), $"Its mode is {mode}.");
    }
}
