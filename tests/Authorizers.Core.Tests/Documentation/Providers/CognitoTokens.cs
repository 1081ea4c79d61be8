namespace Authorizers.Core.Tests.Documentation.Providers;

internal static class CognitoTokens
{
    private const string Access = """
        {
          "sub": "a2c3d4e5-1111-4222-8333-444455556666", "cognito:groups": ["admins"],
          "iss": "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCd12345", "version": 2,
          "client_id": "1h57kf5cpq17m0eml12example", "origin_jti": "0b1c2d3e-aaaa-4bbb-8ccc-ddddeeeeffff",
          "token_use": "access", "scope": "openid orders/read", "auth_time": 1795175900, "exp": 1795179600, "iat": 1795176000,
          "jti": "9f8e7d6c-1234-4567-89ab-cdef01234567", "username": "alice"
        }
        """;

    private const string Id = """
        {
          "at_hash": "J1Q2mZ0vJ0h3mXyBqj6w3A", "sub": "a2c3d4e5-1111-4222-8333-444455556666", "cognito:groups": ["admins"],
          "email_verified": true, "iss": "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCd12345",
          "cognito:username": "alice", "origin_jti": "0b1c2d3e-aaaa-4bbb-8ccc-ddddeeeeffff", "aud": "1h57kf5cpq17m0eml12example",
          "event_id": "5d6e7f80-2222-4333-8444-555566667777", "token_use": "id", "auth_time": 1795175900, "exp": 1795179600,
          "iat": 1795176000, "jti": "1a2b3c4d-5678-4abc-9def-0123456789ab", "email": "alice@example.com",
          "custom:tenant_id": "blue"
        }
        """;

    private const string Updated = "https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCd12345";
    private const string OtherPool = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_ZyXw98765";
    private const string OtherClient = "7dg5h4k3j2l1m0n9example";

    public static IReadOnlyDictionary<string, string> WhereAccessTokensAreTaken { get; } = new Dictionary<string, string>
    {
        ["access token"] = ProviderToken.Of(Access),
        ["access token with the updated issuer"] = ProviderToken.Of(Access, claims => claims["iss"] = Updated),
        ["ID token of the same sign-in"] = ProviderToken.Of(Id),
        ["access token of another app client"] = ProviderToken.Of(Access, claims => claims["client_id"] = OtherClient),
        ["access token bound to another resource"] = ProviderToken.Of(Access, claims => claims["aud"] = "https://bills.example"),
        ["access token of another user pool"] = ProviderToken.Of(Access, claims => claims["iss"] = OtherPool),
        ["access token whose issuer ends in a slash"] = ProviderToken.Of(Access, claims => claims["iss"] = $"{claims["iss"]}/"),
    };

    public static IReadOnlyDictionary<string, string> WhereIdTokensAreTaken { get; } = new Dictionary<string, string>
    {
        ["ID token"] = ProviderToken.Of(Id),
        ["ID token with the updated issuer"] = ProviderToken.Of(Id, claims => claims["iss"] = Updated),
        ["access token of the same sign-in"] = ProviderToken.Of(Access),
        ["ID token for another app client"] = ProviderToken.Of(Id, claims => claims["aud"] = OtherClient),
        ["ID token of another user pool"] = ProviderToken.Of(Id, claims => claims["iss"] = OtherPool),
    };
}
