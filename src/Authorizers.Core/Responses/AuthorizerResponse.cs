namespace Authorizers.Core.Responses;

/// <summary>What API Gateway hears.</summary>
/// <param name="Context">For the backend; empty when there is nothing to tell. Values are strings, booleans, longs and
/// doubles.</param>
public abstract record AuthorizerResponse(IReadOnlyList<KeyValuePair<string, object>> Context);
