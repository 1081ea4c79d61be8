namespace Authorizers.Lambda.Tests;

/// <summary>Several threads that begin together.</summary>
internal static class Threads
{
    public const int Count = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Does it on each thread, with the thread's number from 0 on, and waits for all.</summary>
    public static void Run(Action<int> work)
    {
        using var begin = new Barrier(Count);
        Task[] threads = [.. Enumerable.Range(0, Count).Select(number => Task.Factory.StartNew(
            () =>
            {
                Assert.True(begin.SignalAndWait(Patience));
                work(number);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default))];

        Assert.True(Task.WaitAll(threads, Patience));
    }
}
