namespace Authorizers.Core.Configuration;

/// <summary>Which of an issuer's tokens are credentials here.</summary>
internal enum TokenUse
{
    /// <summary>Access tokens: whatever says or shows that it is something else is refused.</summary>
    Unstated,

    /// <summary>Tokens whose claim "token_use" is <c>access</c>, as Cognito's access tokens say.</summary>
    Access,

    /// <summary>ID tokens.</summary>
    Id,
}
