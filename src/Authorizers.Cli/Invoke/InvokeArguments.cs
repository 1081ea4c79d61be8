namespace Authorizers.Cli.Invoke;

/// <summary>What the command line of <c>invoke</c> says.</summary>
/// <param name="Kind">Which function.</param>
/// <param name="EventFile">There is such a file, or a folder of that name.</param>
/// <param name="Configuration">Null to search for one.</param>
/// <param name="Bootstrap">Null to run in process.</param>
internal sealed record InvokeArguments(FunctionKind Kind, FileInfo EventFile, FileInfo? Configuration, FileInfo? Bootstrap);
