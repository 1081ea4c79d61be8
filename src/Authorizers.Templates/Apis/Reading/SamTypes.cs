namespace Authorizers.Templates.Apis.Reading;

/// <summary>The types of SAM's APIs.</summary>
internal static class SamTypes
{
    public const string Prefix = "AWS::Serverless::";

    public const string Api = $"{Prefix}Api";

    public const string HttpApi = $"{Prefix}HttpApi";

    public const string WebSocketApi = $"{Prefix}WebSocketApi";
}
