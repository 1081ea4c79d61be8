using System.Text;
using Authorizers.Cli;

namespace Authorizers.EndToEnd.Tests.ApiKeys;

/// <summary>What a verb on a table came to.</summary>
/// <param name="ExitCode">As the process would end.</param>
/// <param name="Data">What went to standard output.</param>
/// <param name="Talk">What went to standard error.</param>
internal sealed record KeysRun(int ExitCode, string Data, string Talk)
{
    /// <summary>Lines of data, each of which must end.</summary>
    public string[] Lines
    {
        get
        {
            Assert.EndsWith("\n", Data);
            return Data[..^1].Split('\n');
        }
    }

    public static async Task<KeysRun> OfAsync(TimeProvider clock, string[] args, bool isSeen = false)
    {
        using var data = new MemoryStream();
        using var talk = new MemoryStream();
        int exitCode = await AuthorizersCommand.RunAsync(args, new Terminal(data, talk) { TalkIsSeen = isSeen }, clock);
        return new KeysRun(exitCode, Encoding.UTF8.GetString(data.ToArray()), Encoding.UTF8.GetString(talk.ToArray()));
    }

    public KeysRun Succeeded()
    {
        Assert.True(ExitCode == 0, Talk);
        return this;
    }

    public KeysRun FailedWith(string sentence)
    {
        Assert.Equal((1, ""), (ExitCode, Data));
        Assert.Contains(sentence, Talk);
        return this;
    }
}
