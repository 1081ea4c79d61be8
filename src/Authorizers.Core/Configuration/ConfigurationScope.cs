namespace Authorizers.Core.Configuration;

/// <summary>What all nodes of one file share.</summary>
/// <param name="Problems">Where to report.</param>
/// <param name="Variables">Replaces <c>${NAME}</c>.</param>
/// <param name="Folder">The configuration file's folder, which relative paths in it start from.</param>
/// <param name="ReadsFiles">False while the files that the configuration names are yet to be written.</param>
internal sealed record ConfigurationScope(ProblemList Problems, VariableText Variables, string Folder, bool ReadsFiles);
