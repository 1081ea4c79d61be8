using System.Runtime.Serialization;

namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>What an authorizer hands to the backend: name to string, number or boolean.</summary>
[DataContract]
public class APIGatewayCustomAuthorizerContextOutput : Dictionary<string, object>
{
    [Obsolete("Use the indexer: context[\"stringKey\"].")]
    public string StringKey
    {
        get => this.Text("stringKey");
        set => this["stringKey"] = value;
    }

    [Obsolete("Use the indexer: context[\"numKey\"].")]
    public int? NumKey
    {
        get => this.Number("numKey");
        set => this["numKey"] = value;
    }

    [Obsolete("Use the indexer: context[\"boolKey\"].")]
    public bool? BoolKey
    {
        get => this.Boolean("boolKey");
        set => this["boolKey"] = value;
    }
}
