using Authorizers.Cli;

return await AuthorizersCommand.RunAsync(args, Terminal.OfProcess());
