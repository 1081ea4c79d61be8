using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Authorizers.Core.Configuration;
using Authorizers.Core.Verification.Tls;

namespace Authorizers.DynamoDb;

/// <summary>The way to the table as a function goes it: impatient, since somebody waits.</summary>
public static class TableClient
{
    /// <summary>Of one attempt. DynamoDB answers in milliseconds, or another attempt does better.</summary>
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromMilliseconds(700);

    private const int MaxRetries = 2;

    /// <summary>Makes the way to a table of API keys; nothing is asked yet.</summary>
    /// <param name="settings">Which table, and where it answers.</param>
    /// <param name="variable">Where Lambda puts the region and the credentials of the function's role.</param>
    /// <param name="trust">Null for the system's own trust in servers.</param>
    /// <param name="warn">Takes a line for the operator.</param>
    /// <exception cref="ArgumentException">The records are in no table.</exception>
    public static ApiKeyTable Open(
        ApiKeyConfiguration settings, Func<string, string?> variable, PinnedTrust? trust, Action<string> warn)
    {
        TableConfiguration table = settings.Table ?? throw new ArgumentException("The records are in no table.", nameof(settings));
        AmazonDynamoDBClient client = Create(table, variable, trust, MaxRetries);
        return new ApiKeyTable(client, table.Name, PlaceOf(client), settings.ConsistentRead, warn);
    }

    /// <summary>
    /// Makes the way to a table of tickets; nothing is asked yet. No request is repeated unseen: a ticket that was taken by an
    /// attempt whose answer was lost would look as if it had never been.
    /// </summary>
    /// <param name="table">Which table, and where it answers.</param>
    /// <param name="variable">Where Lambda puts the region and the credentials of the function's role.</param>
    /// <param name="trust">Null for the system's own trust in servers.</param>
    /// <param name="warn">Takes a line for the operator.</param>
    public static TicketTable OpenTickets(
        TableConfiguration table, Func<string, string?> variable, PinnedTrust? trust, Action<string> warn)
    {
        AmazonDynamoDBClient client = Create(table, variable, trust, retries: 0);
        return new TicketTable(client, table.Name, PlaceOf(client), warn);
    }

    private static string PlaceOf(AmazonDynamoDBClient client) =>
        client.Config.ServiceURL is { Length: > 0 } address ? address : client.Config.RegionEndpoint.SystemName;

    private static AmazonDynamoDBClient Create(
        TableConfiguration table, Func<string, string?> variable, PinnedTrust? trust, int retries)
    {
        string region = table.Region
            ?? (TableArn.TryReadRegion(table.Name, out string? ofArn) ? ofArn : null)
            ?? variable("AWS_REGION") ?? variable("AWS_DEFAULT_REGION") ?? "us-east-1";
        var config = new AmazonDynamoDBConfig
        {
            Timeout = AttemptTimeout,
            MaxErrorRetry = retries,
            // Counted apart, and ten unless it is said: each time a connection ends before its answer, whether or not it was read.
            MaxStaleConnectionRetries = retries,
            RetryMode = RequestRetryMode.Standard,
            HttpClientFactory = new TableHttp(trust),
            // The configuration alone says where the table is, and was checked.
            IgnoreConfiguredEndpointUrls = true,
        };
        if (table.Endpoint is { } endpoint)
        {
            (config.ServiceURL, config.AuthenticationRegion) = (endpoint.AbsoluteUri, region);
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        return new AmazonDynamoDBClient(Credentials(variable), config);
    }

    private static AWSCredentials Credentials(Func<string, string?> variable) =>
        (variable("AWS_ACCESS_KEY_ID"), variable("AWS_SECRET_ACCESS_KEY")) is ({ Length: > 0 } id, { Length: > 0 } secret)
            ? variable("AWS_SESSION_TOKEN") is { Length: > 0 } session
                ? new SessionAWSCredentials(id, secret, session)
                : new BasicAWSCredentials(id, secret)
            : new AnonymousAWSCredentials();
}
