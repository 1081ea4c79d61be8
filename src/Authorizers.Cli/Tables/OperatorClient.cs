using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace Authorizers.Cli.Tables;

/// <summary>The way to the table as a person goes it: with the credentials of the AWS command line, and with patience.</summary>
internal static class OperatorClient
{
    private const string DefaultProfile = "default";

    private const int MaxRetries = 3;

    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(20);

    /// <summary>The region of the profile that is named, by the environment if not here; null when it has none.</summary>
    public static string? RegionOf(string? profile, Func<string, string?> variable) =>
        new CredentialProfileStoreChain().TryGetProfile(
            profile ?? variable("AWS_PROFILE") ?? DefaultProfile, out CredentialProfile? found)
            ? found.Region?.SystemName
            : null;

    /// <summary>Null when there is no such profile; the SDK's own search without one.</summary>
    public static AmazonDynamoDBClient? Create(string? profile, string region, Uri? endpoint)
    {
        var config = new AmazonDynamoDBConfig
        {
            Timeout = AttemptTimeout,
            MaxErrorRetry = MaxRetries,
            RetryMode = RequestRetryMode.Standard,
        };
        if (endpoint is not null)
        {
            (config.ServiceURL, config.AuthenticationRegion) = (endpoint.AbsoluteUri, region);
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        return profile is null ? new AmazonDynamoDBClient(config)
            : new CredentialProfileStoreChain().TryGetAWSCredentials(profile, out AWSCredentials? credentials)
                ? new AmazonDynamoDBClient(credentials, config)
                : null;
    }
}
