using System.CommandLine;
using System.CommandLine.Parsing;
using Authorizers.Core.Policies.Evaluation;

namespace Authorizers.Cli.Policies;

/// <summary>The options that say what API Gateway knows and an authorizer's answer does not.</summary>
internal sealed class GatewayOptions
{
    public const string NotForHttp = "An HTTP API has no resource policy: --resource-policy and --cross-account are not for it.";

    private readonly Option<string> _sourceIp = SourceIpOption();
    private readonly Option<KeyValuePair<string, string?>[]> _context = ContextOption();
    private readonly Option<FileInfo> _resourcePolicy = FileOption.Create(
        "--resource-policy", "FILE", "The API's resource policy; it may write execute-api:/stage/GET/path.");

    private readonly Option<bool> _crossAccount = new("--cross-account")
    {
        Description = "The authorizer is in another account than the API.",
    };

    private readonly Option<string> _api;

    /// <param name="defaultApi">In words.</param>
    public GatewayOptions(string defaultApi)
    {
        string[] names = [.. ApiKind.All.Select(kind => kind.Name)];
        _api = new Option<string>("--api")
        {
            HelpName = "KIND",
            Description = $"The API: {string.Join(", ", names)}. Without it, {defaultApi}.",
        };
        _api.AcceptOnlyFromAmong(names);
    }

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_sourceIp, _context, _resourcePolicy, _crossAccount, _api])
        {
            command.Options.Add(option);
        }

        command.Validators.Add(RefuseForHttp);
        command.Validators.Add(RefuseRepeated);
    }

    public GatewayArguments Read(ParseResult parsed) => new()
    {
        ResourcePolicy = parsed.GetValue(_resourcePolicy),
        CrossAccount = parsed.GetValue(_crossAccount),
        Api = ApiKind.All.SingleOrDefault(kind => kind.Name == parsed.GetValue(_api)),
        Context = Values(parsed.GetValue(_sourceIp), parsed.GetValue(_context) ?? []),
    };

    private static Option<string> SourceIpOption()
    {
        var option = new Option<string>("--source-ip")
        {
            HelpName = "IP",
            Description = "The client's address, IPv4 or IPv6: the condition key aws:SourceIp.",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var address] && !ContextKey.IsFit(ContextKey.SourceIp, address.Value))
            {
                result.AddError("--source-ip takes an IPv4 or IPv6 address.");
            }
        });
        return option;
    }

    private static Option<KeyValuePair<string, string?>[]> ContextOption() => new("--context")
    {
        HelpName = "KEY=VALUE",
        Description = "Another condition key, as often as needed; KEY alone says that the request has none.",
        CustomParser = result =>
        {
            KeyValuePair<string, string?>[] values = [.. result.Tokens.Select(token => ContextKey.Read(token.Value))];
            foreach ((string key, string? value) in values)
            {
                if (!ContextKey.IsFit(key, value))
                {
                    result.AddError($"--context cannot give {ReadableText.Of(key)} this value.");
                }
            }

            return values;
        },
    };

    private static KeyValuePair<string, string?>[] Values(string? sourceIp, KeyValuePair<string, string?>[] others) =>
        sourceIp is null ? others : [new(ContextKey.SourceIp, sourceIp), .. others];

    private static bool IsGiven(CommandResult result, Option option) => result.GetResult(option) is { Implicit: false };

    private void RefuseForHttp(CommandResult result)
    {
        if (result.GetResult(_api)?.Tokens is [{ Value: "http" }]
            && (IsGiven(result, _resourcePolicy) || IsGiven(result, _crossAccount)))
        {
            result.AddError(NotForHttp);
        }
    }

    private void RefuseRepeated(CommandResult result)
    {
        IEnumerable<string> keys =
        [
            .. IsGiven(result, _sourceIp) ? [ContextKey.SourceIp] : Array.Empty<string>(),
            .. result.GetResult(_context)?.Tokens.Select(token => ContextKey.Read(token.Value).Key) ?? [],
        ];
        if (keys.GroupBy(key => key, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } repeated)
        {
            result.AddError($"{ReadableText.Of(repeated.Key)} is given twice.");
        }
    }
}
