using System.CommandLine;
using System.CommandLine.Parsing;
using Authorizers.Core.Credentials;

namespace Authorizers.Cli.Keys;

/// <summary><c>--prefix</c>: what a new key begins with, where no configuration says it.</summary>
internal static class PrefixOption
{
    public static Option<string> Create()
    {
        var option = new Option<string>("--prefix")
        {
            HelpName = "PREFIX",
            Description = $"Without --config: what the key begins with. Without it, {ApiKey.DefaultPrefix}.",
        };
        option.Validators.Add(Refuse);
        return option;
    }

    private static void Refuse(OptionResult result)
    {
        if (result.Tokens is [var text] && !ApiKey.IsPrefix(text.Value))
        {
            result.AddError("--prefix takes 2 to 10 small letters and digits, a letter first.");
        }

        if (result.GetResult("--config") is not null)
        {
            result.AddError("--config says what keys begin with: --prefix is not for it.");
        }
    }
}
