using System.Text;

namespace Authorizers.Cli.Tests;

public sealed class TerminalTests
{
    [Fact]
    public void Data_is_written_as_it_is_and_ends_with_a_line_feed() =>
        Assert.Equal([0xC3, 0xA9, (byte)'\n'], Written(terminal => terminal.WriteData("é"u8)).Data);

    [Fact]
    public void An_error_is_data_that_escapes_what_json_needs_and_no_more() =>
        Assert.Equal(
            "{\"errorType\":\"Fault\",\"errorMessage\":\"\\\"é\\\" <&+>\"}\n",
            Encoding.UTF8.GetString(Written(terminal => terminal.WriteError("Fault", "\"é\" <&+>")).Data));

    [Fact]
    public void Talk_is_utf_8_without_a_byte_order_mark()
    {
        (byte[] data, byte[] talk) = Written(terminal => terminal.Say("é"));

        Assert.Empty(data);
        Assert.Equal([0xC3, 0xA9, (byte)'\n'], talk);
    }

    private static (byte[] Data, byte[] Talk) Written(Action<Terminal> write)
    {
        using var data = new MemoryStream();
        using var talk = new MemoryStream();
        write(new Terminal(data, talk));
        return (data.ToArray(), talk.ToArray());
    }
}
