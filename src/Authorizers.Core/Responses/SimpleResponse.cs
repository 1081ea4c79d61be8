namespace Authorizers.Core.Responses;

/// <summary>The answer that an HTTP API takes where simple responses are on: yes or no, to one call.</summary>
/// <param name="IsAuthorized">True to let it pass.</param>
/// <param name="Context">For the backend; of a refused call, why.</param>
public sealed record SimpleResponse(bool IsAuthorized, IReadOnlyList<KeyValuePair<string, object>> Context)
    : AuthorizerResponse(Context);
