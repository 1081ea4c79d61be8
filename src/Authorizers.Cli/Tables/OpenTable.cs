using Amazon.DynamoDBv2;
using Authorizers.Core.Configuration;

namespace Authorizers.Cli.Tables;

/// <summary>The table that a verb works on, and the configuration that leads to it.</summary>
internal sealed class OpenTable : IDisposable
{
    private readonly AmazonDynamoDBClient _client;

    private OpenTable(AmazonDynamoDBClient client, string name, string place, AuthorizerConfiguration? configuration) =>
        (_client, Name, Place, Configuration) = (client, name, place, configuration);

    public IAmazonDynamoDB Client => _client;

    public string Name { get; }

    /// <summary>The endpoint that was named, or the region.</summary>
    public string Place { get; }

    /// <summary>Null when the table was named alone.</summary>
    public AuthorizerConfiguration? Configuration { get; }

    /// <summary>Null, and said so, when the command line or the configuration does not lead to a table.</summary>
    public static OpenTable? Find(Terminal terminal, TableKind kind, TableArguments arguments)
    {
        AuthorizerConfiguration? configuration = null;
        if (arguments.Configuration is { } file)
        {
            configuration = ChosenConfiguration.Load(terminal, file, kind.Events);
            if (configuration is null)
            {
                return null;
            }
        }

        string? problem = configuration is null ? null : kind.ProblemOf(configuration, arguments.Table is not null);
        OpenTable? found = problem is null ? Open(kind, arguments, configuration, out problem) : null;
        if (problem is not null)
        {
            terminal.Say(problem);
        }

        return found;
    }

    public void Dispose() => _client.Dispose();

    private static OpenTable? Open(
        TableKind kind, TableArguments arguments, AuthorizerConfiguration? configuration, out string? problem)
    {
        TableConfiguration? settings = configuration is null ? null : kind.TableOf(configuration);
        string? region = TableRegion.Choose(
            arguments.Region, settings?.Region, arguments.Table ?? settings?.Name, Environment.GetEnvironmentVariable,
            () => OperatorClient.RegionOf(arguments.Profile, Environment.GetEnvironmentVariable));
        if (region is null)
        {
            problem = "Nobody says in which region the table is. Name it with --region, or set AWS_REGION.";
            return null;
        }

        Uri? endpoint = arguments.Endpoint ?? settings?.Endpoint;
        AmazonDynamoDBClient? client = OperatorClient.Create(arguments.Profile, region, endpoint);
        problem = client is null ? $"There is no profile {arguments.Profile} with credentials." : null;
        string place = endpoint?.GetLeftPart(UriPartial.Path) ?? region;
        return client is null ? null : new OpenTable(client, arguments.Table ?? settings!.Name, place, configuration);
    }
}
