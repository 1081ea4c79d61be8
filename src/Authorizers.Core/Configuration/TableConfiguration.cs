namespace Authorizers.Core.Configuration;

/// <summary>A DynamoDB table, and the way to it.</summary>
/// <param name="Name">Its name or ARN.</param>
/// <param name="Region">Null for the ARN's, or the function's own.</param>
/// <param name="Endpoint">Where DynamoDB answers; null for the region's own address.</param>
public sealed record TableConfiguration(string Name, string? Region, Uri? Endpoint);
