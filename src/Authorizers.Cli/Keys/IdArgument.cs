using System.CommandLine;
using Authorizers.Core.Credentials;

namespace Authorizers.Cli.Keys;

/// <summary>The id of a key. What is no id is not repeated: it may be a part of a secret.</summary>
internal static class IdArgument
{
    public static Argument<string> Create()
    {
        var argument = new Argument<string>("ID") { Description = "The 12 letters and digits between a key's underscores." };
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [var text] && !ApiKey.IsId(text.Value))
            {
                result.AddError("ID is the 12 letters and digits between a key's underscores, and nothing else of the key.");
            }
        });
        return argument;
    }
}
