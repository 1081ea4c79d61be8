using System.Globalization;
using Spectre.Console;

namespace Authorizers.Cli;

/// <summary>Rows with their columns lined up, for people: no lines, no colours, two spaces before each column.</summary>
internal static class PlainTable
{
    /// <summary>Beyond any row: a line is never broken.</summary>
    private const int Width = 100_000;

    /// <param name="rows">As many cells each as the first has; none for an empty text.</param>
    public static string Write(IReadOnlyList<string[]> rows)
    {
        var grid = new Grid();
        foreach (string _ in rows.Count > 0 ? rows[0] : [])
        {
            grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(2, 0, 0, 0) });
        }

        foreach (string[] row in rows)
        {
            grid.AddRow([.. row.Select(cell => new Text(cell))]);
        }

        using var text = new StringWriter(CultureInfo.InvariantCulture);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = Width;
        console.Write(grid);
        return string.Concat(text.ToString().Split('\n').Select(line => $"{line.TrimEnd()}\n")).TrimEnd('\n') + "\n";
    }
}
