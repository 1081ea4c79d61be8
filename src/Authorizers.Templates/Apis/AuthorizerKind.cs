namespace Authorizers.Templates.Apis;

/// <summary>What kind of authorizer it is.</summary>
public enum AuthorizerKind
{
    /// <summary>A Lambda function that is handed one header.</summary>
    Token,

    /// <summary>A Lambda function that is handed the request.</summary>
    Request,

    /// <summary>Cognito user pools of a REST API, or the built-in JWT authorizer of an HTTP API.</summary>
    BuiltIn,
}
