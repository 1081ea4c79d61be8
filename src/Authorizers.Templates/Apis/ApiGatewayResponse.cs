namespace Authorizers.Templates.Apis;

/// <summary>What a REST API says where it answers itself.</summary>
/// <param name="Type">Such as <c>UNAUTHORIZED</c> or <c>DEFAULT_4XX</c>.</param>
/// <param name="Line">Where it stands.</param>
/// <param name="Headers">Those that it sets, by names in small letters; values as they stand, with their quotes.</param>
public sealed record ApiGatewayResponse(string Type, int Line, IReadOnlyDictionary<string, string> Headers);
