namespace Authorizers.Cli.Explain;

/// <summary>A code's row in docs/codes.md.</summary>
/// <param name="Meaning">What is so when it is given.</param>
/// <param name="WhatToDo">For whoever runs the function, unless it names the client.</param>
internal sealed record CodeMeaning(string Meaning, string WhatToDo);
