using Authorizers.Cli.Tables;
using Authorizers.Core.Configuration;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.ApiKeys;
using Authorizers.Core.Verification.Records;

namespace Authorizers.Cli.Keys;

/// <summary>The record of a key that is still to be made, and all that is wrong with it; what reads records is the judge.</summary>
internal sealed class RecordDraft
{
    private readonly Draft<ApiKeyRecord> _draft;
    private readonly DateTimeOffset _now;

    private RecordDraft(CreateArguments arguments, AuthorizerConfiguration? configuration, DateTimeOffset now)
    {
        _now = now;
        _draft = new Draft<ApiKeyRecord>(Blank with { Created = now }, IsReadable);
        RightsArguments rights = arguments.Rights;
        _draft.Put(RightsOptions.ProblemOfPrincipal, record => record with { Principal = rights.Principal });
        _draft.Put(RightsOptions.ProblemOfNames("--scopes"), record => record with { Scopes = rights.Scopes });
        _draft.Put(RightsOptions.ProblemOfNames("--groups"), record => record with { Groups = rights.Groups });
        _draft.Put("--plan takes 1 to 256 characters.", record => record with { Plan = arguments.Plan });
        _draft.Put(
            "--usage-identifier-key takes 20 to 128 characters of ASCII without spaces, and no API key of this suite.",
            record => record with { UsageIdentifierKey = arguments.UsageIdentifierKey });
        _draft.Put(
            "--cidrs takes 1 to 100 addresses or ranges such as 10.0.0.0/8, with commas between them.",
            record => record with { Cidrs = arguments.Cidrs });
        PutTimes(arguments);
        PutRoutes(arguments.Routes, configuration);
        PutContext(rights.Context, configuration);
    }

    /// <summary>Without id, digest and pepper, which a key has to give.</summary>
    public ApiKeyRecord Record => _draft.Value;

    /// <summary>Each names its option.</summary>
    public IReadOnlyList<string> Problems => _draft.Problems;

    private static ApiKeyRecord Blank { get; } = new()
    {
        Id = "000000000000",
        Digest = new byte[ApiKeyDigests.Length],
        Principal = "-",
        Created = DateTimeOffset.UnixEpoch,
    };

    public static RecordDraft Of(CreateArguments arguments, AuthorizerConfiguration? configuration, DateTimeOffset now) =>
        new(arguments, configuration, now);

    private static bool IsReadable(ApiKeyRecord record)
    {
        try
        {
            ApiKeyRecordFields.Read(ApiKeyRecordFields.Of(record));
            return true;
        }
        catch (RecordException)
        {
            return false;
        }
    }

    private void PutTimes(CreateArguments arguments)
    {
        DateTimeOffset? notBefore = Moment("--not-before", arguments.NotBefore);
        DateTimeOffset? expires = Moment("--expires", arguments.Expires);
        _draft.Put("--not-before is too far from now.", record => record with { NotBefore = notBefore });
        _draft.Put("--expires is too far from now.", record => record with { Expires = expires });
        if (expires <= _now)
        {
            _draft.Refuse("--expires has passed: the key would never be good.");
        }
        else if (expires <= notBefore)
        {
            _draft.Refuse("--expires is not after --not-before: the key would never be good.");
        }
    }

    private DateTimeOffset? Moment(string option, string? text)
    {
        DateTimeOffset moment = default;
        if (text is not null && !MomentText.TryParse(text, _now, out moment))
        {
            _draft.Refuse($"{option} takes {MomentText.Example}.");
            return null;
        }

        return text is null ? null : moment;
    }

    private void PutRoutes(string[] texts, AuthorizerConfiguration? configuration)
    {
        string[] routes = RoutesOption.Split(texts);
        string[] problems = RoutesOption.ProblemsOf(routes, configuration);
        Array.ForEach(problems, _draft.Refuse);
        if (problems.Length == 0)
        {
            _draft.Put("--routes takes 1 to 100 routes of at most 256 characters.", record => record with { Routes = routes });
        }
    }

    private void PutContext(IReadOnlyList<KeyValuePair<string, object>>? context, AuthorizerConfiguration? configuration)
    {
        if (context is null)
        {
            _draft.Refuse(RightsOptions.ContextWithoutValue);
            return;
        }

        _draft.Put(RightsOptions.ProblemOfContext, record => record with { Context = context });
        if (configuration is not null && !ContextJson.Fits(Record.Context, configuration.MaxContextBytes))
        {
            _draft.Refuse("--context is larger than the configuration's maxContextBytes: no call with the key would be allowed.");
        }
    }
}
