using Authorizers.Core.Configuration;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.ApiKeys;
using Authorizers.Core.Verification.Records;

namespace Authorizers.Cli.Keys;

/// <summary>
/// The record of a key that is still to be made, and all that is wrong with it. What reads records judges each value, so that
/// nothing is written that a function could not read.
/// </summary>
internal sealed class RecordDraft
{
    private const string Names = "takes 1 to 100 names of at most 256 characters, with commas between them.";

    private readonly List<string> _problems = [];
    private readonly DateTimeOffset _now;

    private RecordDraft(CreateArguments arguments, AuthorizerConfiguration? configuration, DateTimeOffset now)
    {
        _now = now;
        Record = Blank with { Created = now };
        Put("--principal takes 1 to 256 characters.", record => record with { Principal = arguments.Principal });
        Put($"--scopes {Names}", record => record with { Scopes = Split(arguments.Scopes) });
        Put($"--groups {Names}", record => record with { Groups = Split(arguments.Groups) });
        Put("--plan takes 1 to 256 characters.", record => record with { Plan = arguments.Plan });
        Put(
            "--usage-identifier-key takes 20 to 128 characters of ASCII without spaces, and no API key of this suite.",
            record => record with { UsageIdentifierKey = arguments.UsageIdentifierKey });
        Put(
            "--cidrs takes 1 to 100 addresses or ranges such as 10.0.0.0/8, with commas between them.",
            record => record with { Cidrs = Split(arguments.Cidrs) });
        PutTimes(arguments);
        PutRoutes(arguments.Routes, configuration);
        PutContext(arguments.Context, configuration);
    }

    /// <summary>Without id, digest and pepper, which a key has to give.</summary>
    public ApiKeyRecord Record { get; private set; }

    /// <summary>Each names its option.</summary>
    public IReadOnlyList<string> Problems => _problems;

    private static ApiKeyRecord Blank { get; } = new()
    {
        Id = "000000000000",
        Digest = new byte[ApiKeyDigests.Length],
        Principal = "-",
        Created = DateTimeOffset.UnixEpoch,
    };

    public static RecordDraft Of(CreateArguments arguments, AuthorizerConfiguration? configuration, DateTimeOffset now) =>
        new(arguments, configuration, now);

    /// <summary>Nothing between two commas is something too, and is refused: an empty list would mean all, or any.</summary>
    private static string[] Split(string[] texts) =>
        [.. texts.SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal)];

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

    private void Put(string problem, Func<ApiKeyRecord, ApiKeyRecord> change)
    {
        ApiKeyRecord changed = change(Record);
        if (IsReadable(changed))
        {
            Record = changed;
        }
        else
        {
            _problems.Add(problem);
        }
    }

    private void PutTimes(CreateArguments arguments)
    {
        DateTimeOffset? notBefore = Moment("--not-before", arguments.NotBefore);
        DateTimeOffset? expires = Moment("--expires", arguments.Expires);
        Put("--not-before is too far from now.", record => record with { NotBefore = notBefore });
        Put("--expires is too far from now.", record => record with { Expires = expires });
        if (expires <= _now)
        {
            _problems.Add("--expires has passed: the key would never be good.");
        }
        else if (expires <= notBefore)
        {
            _problems.Add("--expires is not after --not-before: the key would never be good.");
        }
    }

    private DateTimeOffset? Moment(string option, string? text)
    {
        DateTimeOffset moment = default;
        if (text is not null && !MomentText.TryParse(text, _now, out moment))
        {
            _problems.Add($"{option} takes {MomentText.Example}.");
            return null;
        }

        return text is null ? null : moment;
    }

    private void PutRoutes(string[] texts, AuthorizerConfiguration? configuration)
    {
        string[] routes = [.. texts.SelectMany(RouteTexts.Split).Distinct(StringComparer.Ordinal)];
        string[] problems = [.. routes.Select(route => RouteTexts.ProblemOf(route, configuration)).OfType<string>()];
        _problems.AddRange(problems.Select(problem => $"--routes: {problem}."));
        if (problems.Length == 0)
        {
            Put("--routes takes 1 to 100 routes of at most 256 characters.", record => record with { Routes = routes });
        }
    }

    private void PutContext(string[] texts, AuthorizerConfiguration? configuration)
    {
        string[][] pairs = [.. texts.Select(text => text.Split('=', 2))];
        if (!Array.TrueForAll(pairs, pair => pair.Length == 2))
        {
            _problems.Add("--context takes KEY=VALUE.");
            return;
        }

        Put(
            "--context takes names of letters, digits, underscores and hyphens, each once and none that API Gateway or the "
            + "functions use themselves, and values of at most 1,024 characters.",
            record => record with { Context = [.. pairs.Select(pair => KeyValuePair.Create<string, object>(pair[0], pair[1]))] });
        if (configuration is not null && !ContextJson.Fits(Record.Context, configuration.MaxContextBytes))
        {
            _problems.Add("--context is larger than the configuration's maxContextBytes: no call with the key would be allowed.");
        }
    }
}
