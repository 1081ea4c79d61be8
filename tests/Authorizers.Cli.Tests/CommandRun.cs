using System.Text;

namespace Authorizers.Cli.Tests;

/// <summary>The command from its arguments to its exit, with what it wrote.</summary>
/// <param name="ExitCode">As the process would end.</param>
/// <param name="Data">What went to standard output.</param>
/// <param name="Talk">What went to standard error.</param>
internal sealed record CommandRun(int ExitCode, string Data, string Talk)
{
    /// <summary>What was said, line by line; a test fails when the last line does not end.</summary>
    public string[] Lines
    {
        get
        {
            Assert.EndsWith("\n", Talk);
            return Talk[..^1].Split('\n');
        }
    }

    public static Task<CommandRun> OfAsync(params string[] args) => WithInputAsync(Stream.Null, args);

    public static Task<CommandRun> WithInputAsync(string input, params string[] args) =>
        WithInputAsync(new MemoryStream(Encoding.UTF8.GetBytes(input)), args);

    public static async Task<CommandRun> WithInputAsync(Stream input, params string[] args)
    {
        using var data = new MemoryStream();
        using var talk = new MemoryStream();
        int exitCode = await AuthorizersCommand.RunAsync(
            args, new Terminal(data, talk) { Input = input }, new StoppedClock());
        return new CommandRun(exitCode, Encoding.UTF8.GetString(data.ToArray()), Encoding.UTF8.GetString(talk.ToArray()));
    }

    /// <summary>Bad usage: a sentence for the person, and nothing for the program behind the pipe.</summary>
    public void RefusedWith(string sentence)
    {
        Assert.Equal(Cli.ExitCode.BadUsage, ExitCode);
        Assert.Equal("", Data);
        Assert.Contains(sentence, Talk);
    }
}
