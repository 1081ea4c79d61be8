using System.Text;
using System.Text.Json;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Verification;

namespace Authorizers.Core.Configuration;

/// <summary>
/// Reads <c>authorizer.json</c>. docs/configuration.md describes every member; authorizer.schema.json does so for editors.
/// </summary>
public static class ConfigurationFile
{
    /// <summary>The file's name when nothing else is said.</summary>
    public const string DefaultName = "authorizer.json";

    private const int MaxVerifiedTokens = 10_000;

    /// <summary>Where a function's code is in Lambda, and nowhere else.</summary>
    private const string TaskRoot = "/var/task";

    private static readonly TimeSpan DefaultClockSkew = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MaxClockSkew = TimeSpan.FromMinutes(10);

    private static readonly JsonDocumentOptions Options =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly JsonReaderOptions ReaderOptions =
        new() { CommentHandling = Options.CommentHandling, AllowTrailingCommas = Options.AllowTrailingCommas };

    /// <summary>Reads and checks the whole file, its environment variables and its key files.</summary>
    /// <param name="path">Absolute, or relative to the current folder.</param>
    /// <param name="variable">Gives the value of a <c>${NAME}</c>; null when it is not set.</param>
    /// <param name="events">Of the function that is configured: asking for what they do not carry is a problem.</param>
    /// <exception cref="ConfigurationException">With every problem found.</exception>
    public static AuthorizerConfiguration Load(
        string path, Func<string, string?> variable, EventKind events = EventKind.None) =>
        Examine(path, variable, events, readsFiles: true);

    /// <summary>Does not look at the files that the configuration names: for whoever is about to write them.</summary>
    /// <exception cref="ConfigurationException">With every problem found.</exception>
    internal static AuthorizerConfiguration LoadWithoutFiles(string path, Func<string, string?> variable) =>
        Examine(path, variable, EventKind.None, readsFiles: false);

    private static AuthorizerConfiguration Examine(
        string path, Func<string, string?> variable, EventKind events, bool readsFiles)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "";
        var scope = new ConfigurationScope(
            new ProblemList(), new VariableText(variable, folder), folder, readsFiles);
        if (variable("LAMBDA_NET_SERIALIZER_DEBUG") is { } debug && bool.TryParse(debug, out bool prints) && prints)
        {
            scope.Problems.Add(JsonPath.Root, "LAMBDA_NET_SERIALIZER_DEBUG=true would print every event, tokens included; unset it");
        }

        AuthorizerConfiguration? configuration =
            Parse(path, scope) is { } root
                ? Read(new ConfigurationNode(root, JsonPath.Root, scope), scope.Problems, events)
                : null;
        if (configuration?.Ticket?.Records is not null && IsInLambda(variable))
        {
            scope.Problems.Add(
                "$.ticket.ticketsFile",
                "is for work on one machine: Lambda runs a function in several places, each of which would take the same ticket");
        }

        scope.Problems.ThrowIfAny();
        return configuration!;
    }

    private static bool IsInLambda(Func<string, string?> variable) =>
        variable("LAMBDA_TASK_ROOT")?.TrimEnd('/') == TaskRoot
        || variable("AWS_EXECUTION_ENV")?.StartsWith("AWS_Lambda_", StringComparison.Ordinal) == true;

    private static JsonElement? Parse(string path, ConfigurationScope scope)
    {
        try
        {
            ReadOnlyMemory<byte> json = File.ReadAllBytes(path);
            json = json.Span.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;
            JsonElement root = JsonElement.Parse(json.Span, Options);
            if (StrictJson.IsText(json.Span, ReaderOptions))
            {
                return root;
            }

            scope.Problems.Add(JsonPath.Root, $"is not UTF-8 text: {path}");
        }
        catch (JsonException e)
        {
            scope.Problems.Add(JsonPath.Root, $"is not JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1} of {path}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            scope.Problems.Add(JsonPath.Root, e is FileNotFoundException or DirectoryNotFoundException
                ? $"there is no file {path}"
                : $"cannot read {path}");
        }

        return null;
    }

    private static AuthorizerConfiguration Read(ConfigurationNode root, ProblemList problems, EventKind events)
    {
        ConfigurationMembers members = root.Members(
            "$schema", "issuers", "caFile", "clockSkew", "verifiedTokens", "identitySources", "bearer", "routes", "resultTtl",
            "expiryCondition", "context", "maxContextBytes", "response", "maxResponseBytes", "onUnauthenticated", "credentials",
            "apiKey", "ticket", "webSocket");
        int before = problems.Count;
        IReadOnlyList<RequestKey> identitySources = SourceReader.ReadIdentitySources(members);
        IReadOnlyList<RequestKey> bearerSources = SourceReader.ReadBearerSources(members, events);
        TimeSpan resultTtl = AnswerReader.ReadResultTtl(members, events);
        RequiredCredentials credentials = CredentialsReader.Read(members, events);
        ApiKeyConfiguration? apiKey = ApiKeyReader.Read(members, credentials.ApiKey);
        TicketConfiguration? ticket = TicketReader.Read(members, credentials.Ticket);
        WebSocketConfiguration? webSocket = WebSocketReader.Read(members);
        RouteTable routes = RouteReader.ReadAll(members);
        bool canBeJudged = problems.Count == before;
        var configuration = new AuthorizerConfiguration
        {
            Credentials = credentials,
            ApiKey = apiKey,
            Ticket = ticket,
            WebSocket = webSocket,
            Unused = CredentialsReader.Unused(members, credentials, events),
            Issuers = IssuerReader.ReadAll(members, credentials.Bearer),
            PinnedRoots = CaFileReader.Read(members),
            ClockSkew = members.TryGet("clockSkew", out ConfigurationNode? skew) ? skew.Duration(MaxClockSkew) : DefaultClockSkew,
            VerifiedTokens = members.TryGet("verifiedTokens", out ConfigurationNode? remembered)
                && remembered.TryCount(0, MaxVerifiedTokens, out int count)
                ? count
                : AuthorizerConfiguration.DefaultVerifiedTokens,
            IdentitySources = identitySources,
            BearerSources = bearerSources,
            Routes = routes,
            ResultTtl = resultTtl,
            MaxResponseBytes = AnswerReader.ReadMaxResponseBytes(members),
            ExpiryCondition = members.Flag("expiryCondition"),
            Context = ContextReader.ReadAll(members),
            MaxContextBytes = AnswerReader.ReadMaxContextBytes(members),
            Response = AnswerReader.ReadResponse(members),
            OnUnauthenticated = AnswerReader.ReadOnUnauthenticated(members),
        };
        if (canBeJudged && events == EventKind.WebSocket)
        {
            new WebSocketRules(configuration, members).Check(problems);
        }
        else if (canBeJudged && events != EventKind.None)
        {
            new CachingRules(events, configuration).Check(routes.ConditionKeys, problems);
            TableRules.Check(configuration, problems);
        }

        return configuration;
    }
}
