using Authorizers.Core.Configuration;

namespace Authorizers.Core.Tests.Configuration;

public sealed class FileTextTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("authorizers-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_link_leads_to_its_file_as_mounted_secrets_do()
    {
        string file = Path.Combine(_folder.FullName, "..data");
        string link = Path.Combine(_folder.FullName, "pepper");
        File.WriteAllText(file, "text");
        File.CreateSymbolicLink(link, file);

        Assert.True(FileText.TryRead(link, out string text));
        Assert.Equal("text", text);
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/null")]
    public void What_has_no_end_is_not_begun(string device)
    {
        Assert.SkipUnless(File.Exists(device), $"There is no {device} here.");

        FileText.TryRead(device, out string text);

        Assert.Equal("", text);
    }

    [Fact]
    public void What_is_not_there_is_said_to_be() => Assert.False(FileText.TryRead(Path.Combine(_folder.FullName, "x"), out _));
}
