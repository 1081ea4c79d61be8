using System.Text;
using Authorizers.Core.Configuration;

namespace Authorizers.Core.Tests.Documentation;

public sealed class EncodingTests : IDisposable
{
    private static readonly string Example = MarkdownDocument.All["configuration.md"].Section("Minimal example").Block("jsonc");

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_byte_order_mark_before_the_file_is_no_part_of_it()
    {
        File.WriteAllText(_path, Example, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Single(ConfigurationFile.Load(_path, ConfigurationFolder.Variable).Issuers);
    }

    [Fact]
    public void A_file_in_another_encoding_is_a_problem()
    {
        File.WriteAllText(_path, Example.Replace("orders:read", "Aufträge", StringComparison.Ordinal), Encoding.Latin1);

        var refusal = Assert.Throws<ConfigurationException>(() => ConfigurationFile.Load(_path, ConfigurationFolder.Variable));

        Assert.Equal([$"$: is not UTF-8 text: {_path}"], refusal.Problems);
    }
}
