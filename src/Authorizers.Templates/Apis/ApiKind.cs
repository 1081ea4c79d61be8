namespace Authorizers.Templates.Apis;

/// <summary>What kind of API Gateway API it is.</summary>
public enum ApiKind
{
    /// <summary><c>AWS::Serverless::Api</c> or <c>AWS::ApiGateway::RestApi</c>.</summary>
    Rest,

    /// <summary><c>AWS::Serverless::HttpApi</c> or an <c>AWS::ApiGatewayV2::Api</c> with protocol HTTP.</summary>
    Http,

    /// <summary><c>AWS::Serverless::WebSocketApi</c> or an <c>AWS::ApiGatewayV2::Api</c> with protocol WEBSOCKET.</summary>
    WebSocket,
}
