using Spectre.Console;

namespace Authorizers.Cli.Keys;

/// <summary>Work on many records. Who looks on sees a bar move; what there is to say is said below it, at the end.</summary>
internal sealed class LongRun
{
    private readonly Terminal _terminal;
    private readonly ProgressTask? _task;
    private readonly List<string> _kept = [];

    private LongRun(Terminal terminal, ProgressTask? task) => (_terminal, _task) = (terminal, task);

    /// <param name="terminal">Where to look on.</param>
    /// <param name="isShown">Somebody does.</param>
    /// <param name="what">Is done, in a word or two.</param>
    /// <param name="total">Of the steps; 0 when it is not known.</param>
    /// <param name="run">The work.</param>
    public static async Task<int> WatchAsync(
        Terminal terminal, bool isShown, string what, double total, Func<LongRun, Task<int>> run)
    {
        if (!isShown)
        {
            return await run(new LongRun(terminal, null));
        }

        LongRun? shown = null;
        try
        {
            return await Bar(terminal).StartAsync(context =>
            {
                ProgressTask task = context.AddTask(what, maxValue: Math.Max(total, 1));
                task.IsIndeterminate = total <= 0;
                shown = new LongRun(terminal, task);
                return run(shown);
            });
        }
        finally
        {
            shown?._kept.ForEach(terminal.Say);
        }
    }

    /// <summary>So much is done.</summary>
    public void Advance(double steps = 1) => _task?.Increment(steps);

    /// <summary>A line for the person.</summary>
    public void Say(string line)
    {
        if (_task is null)
        {
            _terminal.Say(line);
        }
        else
        {
            _kept.Add(line);
        }
    }

    private static Progress Bar(Terminal terminal)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(new StreamWriter(terminal.Talk, leaveOpen: true) { AutoFlush = true }),
        });
        return console.Progress().AutoClear(enabled: true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn());
    }
}
