using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Authorizers.Core;

namespace Authorizers.Cli;

/// <summary>Data goes to one stream and talk to the other, so that the first can be piped.</summary>
/// <param name="Data">Standard output.</param>
/// <param name="Talk">Standard error.</param>
internal sealed record Terminal(Stream Data, Stream Talk)
{
    /// <summary>Standard input.</summary>
    public Stream Input { get; init; } = Stream.Null;

    /// <summary>Data goes to a screen, and no program reads it.</summary>
    public bool DataIsSeen { get; init; }

    /// <summary>Talk goes to a screen: it may move.</summary>
    public bool TalkIsSeen { get; init; }

    public static Terminal OfProcess() => new(Console.OpenStandardOutput(), Console.OpenStandardError())
    {
        Input = Console.OpenStandardInput(),
        DataIsSeen = !Console.IsOutputRedirected,
        TalkIsSeen = !Console.IsErrorRedirected,
    };

    /// <summary>Writes one line of data, as UTF-8 without a byte order mark.</summary>
    public void WriteData(ReadOnlySpan<byte> line)
    {
        Data.Write(line);
        Data.Write("\n"u8);
        Data.Flush();
    }

    /// <summary>Writes lines of data, the last of which has its end.</summary>
    public void WriteText(string text)
    {
        Data.Write(Encoding.UTF8.GetBytes(text));
        Data.Flush();
    }

    /// <summary>Writes a function's error as data.</summary>
    public void WriteError(string type, string message)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(line, CompactJson.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("errorType", type);
            writer.WriteString("errorMessage", message);
            writer.WriteEndObject();
        }

        WriteData(line.WrittenSpan);
    }

    /// <summary>Says a line or several. A server may have had its word in it: what moves the cursor shows as an escape.</summary>
    public void Say(string line)
    {
        IEnumerable<string> letters = line.Replace("\r\n", "\n", StringComparison.Ordinal).Select(Shown);
        Talk.Write(Encoding.UTF8.GetBytes(string.Concat(letters) + "\n"));
        Talk.Flush();
    }

    private static string Shown(char letter) => char.IsControl(letter) && letter is not ('\n' or '\t')
        ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}")
        : letter.ToString();
}
