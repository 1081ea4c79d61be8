namespace Authorizers.EndToEnd.Tests;

/// <summary>Waits for a process that keeps time by its own clock.</summary>
internal static class Patience
{
    /// <summary>Nothing that is waited for takes a quarter of it.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);

    /// <summary>Asks again and again, as fast as there are answers, until there is another one.</summary>
    public static async Task<string> FirstUnlikeAsync(string answer, Func<Task<string>> ask)
    {
        using var limit = new CancellationTokenSource(Limit);
        string found = await ask();
        while (found == answer && !limit.IsCancellationRequested)
        {
            found = await ask();
        }

        return found;
    }
}
