namespace Amazon.Lambda.Core;

/// <summary>What a caller sent in the X-Amz-Client-Context header; API Gateway sends none.</summary>
public interface IClientContext
{
    IDictionary<string, string> Environment { get; }

    IClientApplication Client { get; }

    IDictionary<string, string> Custom { get; }
}
