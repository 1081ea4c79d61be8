using Authorizers.DynamoDb;

namespace Authorizers.Cli.Tables;

/// <summary>What went wrong with a table, for a person.</summary>
internal static class TableFailure
{
    /// <summary>What the table did; null for what is no failure of it, as when the person has stopped it.</summary>
    public static string? Of(Exception exception, CancellationToken cancel) =>
        exception is OperationCanceledException && cancel.IsCancellationRequested ? null
        : TableProblem.Of(exception) is { } problem ? SecretText.Readable(problem)
        : null;
}
