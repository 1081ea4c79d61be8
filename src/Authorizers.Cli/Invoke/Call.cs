namespace Authorizers.Cli.Invoke;

/// <summary>A function and what it is called with.</summary>
/// <param name="Kind">Which function.</param>
/// <param name="Event">As the file has it.</param>
/// <param name="Configuration">The one that was named, or found.</param>
internal sealed record Call(FunctionKind Kind, byte[] Event, FileInfo Configuration);
