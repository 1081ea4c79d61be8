using System.Runtime.Serialization;
using System.Text.Json;

namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>What the authorizer said, as the backend receives it: values of an event are JsonElement.</summary>
[DataContract]
public class APIGatewayCustomAuthorizerContext : Dictionary<string, object>
{
    private Dictionary<string, string> _claims;

    [Obsolete("Use the indexer: authorizer[\"principalId\"].")]
    public string PrincipalId
    {
        get => this.Text("principalId");
        set => this["principalId"] = value;
    }

    [Obsolete("Use the indexer: authorizer[\"stringKey\"].")]
    public string StringKey
    {
        get => this.Text("stringKey");
        set => this["stringKey"] = value;
    }

    [Obsolete("Use the indexer: authorizer[\"numKey\"].")]
    public int? NumKey
    {
        get => this.Number("numKey");
        set => this["numKey"] = value;
    }

    [Obsolete("Use the indexer: authorizer[\"boolKey\"].")]
    public bool? BoolKey
    {
        get => this.Boolean("boolKey");
        set => this["boolKey"] = value;
    }

    /// <summary>The string members of the "claims" object of a Cognito authorizer, read once; never null unless set so.</summary>
    public Dictionary<string, string> Claims
    {
        get => _claims ??= StringMembers();
        set => _claims = value;
    }

    private Dictionary<string, string> StringMembers()
    {
        Dictionary<string, string> members = new();

        if (TryGetValue("claims", out object value) && value is JsonElement claims)
        {
            foreach (JsonProperty claim in claims.EnumerateObject())
            {
                if (claim.Value.ValueKind == JsonValueKind.String)
                {
                    members[claim.Name] = claim.Value.GetString();
                }
            }
        }

        return members;
    }
}
