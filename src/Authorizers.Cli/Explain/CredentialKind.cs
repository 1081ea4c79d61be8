namespace Authorizers.Cli.Explain;

/// <summary>What is looked for where a credential may stand.</summary>
internal enum CredentialKind
{
    BearerToken,
    ApiKey,
    ConnectTicket,
}
