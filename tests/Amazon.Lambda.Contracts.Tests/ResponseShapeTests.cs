using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;

namespace Amazon.Lambda.Contracts.Tests;

/// <summary>Members of Amazon.Lambda.APIGatewayEvents 3.0.0: what an authorizer answers, and a backend.</summary>
public sealed class ResponseShapeTests
{
    [Theory]
    [InlineData(typeof(APIGatewayCustomAuthorizerResponse), """
        class APIGatewayCustomAuthorizerResponse
        APIGatewayCustomAuthorizerContextOutput Context { get; set; }
        APIGatewayCustomAuthorizerPolicy PolicyDocument { get; set; }
        String PrincipalID { get; set; }
        String UsageIdentifierKey { get; set; }
        new()
        """)]
    [InlineData(typeof(APIGatewayCustomAuthorizerPolicy), """
        class APIGatewayCustomAuthorizerPolicy
        List<IAMPolicyStatement> Statement { get; set; }
        String Version { get; set; }
        new()
        """)]
    [InlineData(typeof(APIGatewayCustomAuthorizerPolicy.IAMPolicyStatement), """
        class IAMPolicyStatement
        HashSet<String> Action { get; set; }
        HashSet<String> NotResource { get; set; }
        HashSet<String> Resource { get; set; }
        IDictionary<String, IDictionary<String, Object>> Condition { get; set; }
        String Effect { get; set; }
        new()
        """)]
    [InlineData(typeof(APIGatewayCustomAuthorizerContextOutput), """
        class APIGatewayCustomAuthorizerContextOutput : Dictionary<String, Object>
        Boolean? BoolKey { get; set; } obsolete
        Int32? NumKey { get; set; } obsolete
        String StringKey { get; set; } obsolete
        new()
        """)]
    [InlineData(typeof(APIGatewayCustomAuthorizerV2IamResponse), """
        class APIGatewayCustomAuthorizerV2IamResponse
        APIGatewayCustomAuthorizerPolicy PolicyDocument { get; set; }
        Dictionary<String, Object> Context { get; set; }
        String PrincipalID { get; set; }
        new()
        """)]
    [InlineData(typeof(APIGatewayCustomAuthorizerV2SimpleResponse), """
        class APIGatewayCustomAuthorizerV2SimpleResponse
        Boolean IsAuthorized { get; set; }
        Dictionary<String, Object> Context { get; set; }
        new()
        """)]
    [InlineData(typeof(APIGatewayProxyResponse), """
        class APIGatewayProxyResponse
        Boolean IsBase64Encoded { get; set; }
        IDictionary<String, IList<String>> MultiValueHeaders { get; set; }
        IDictionary<String, String> Headers { get; set; }
        Int32 StatusCode { get; set; }
        String Body { get; set; }
        new()
        """)]
    public void Responses_have_Amazons_members(Type type, string members) => Assert.Equal(members, Shape.Of(type));

    [Theory]
    [InlineData(typeof(APIGatewayCustomAuthorizerResponse), "principalId policyDocument context usageIdentifierKey")]
    [InlineData(typeof(APIGatewayCustomAuthorizerV2IamResponse), "principalId policyDocument context")]
    [InlineData(typeof(APIGatewayCustomAuthorizerV2SimpleResponse), "isAuthorized context")]
    [InlineData(typeof(APIGatewayProxyResponse), "statusCode headers multiValueHeaders body isBase64Encoded")]
    public void A_data_contract_and_JSON_give_a_member_one_name(Type type, string names)
    {
        PropertyInfo[] properties = type.GetProperties();

        Assert.True(type.IsDefined(typeof(DataContractAttribute)));
        Assert.Equal(names, Joined(properties.Select(member => member.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name)));
        Assert.Equal(names, Joined(properties.Select(member => member.GetCustomAttribute<DataMemberAttribute>()!.Name)));
    }

    private static string Joined(IEnumerable<string?> names) => string.Join(' ', names);
}
