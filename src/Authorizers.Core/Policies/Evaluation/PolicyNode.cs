using System.Text.Json;
using Authorizers.Core.Configuration;

namespace Authorizers.Core.Policies.Evaluation;

/// <summary>One value of a policy and the path to it. What is of the wrong kind ends the reading.</summary>
internal readonly struct PolicyNode(JsonElement value, string path)
{
    public JsonValueKind Kind => value.ValueKind;

    public Exception Problem(string problem) => new MalformedPolicyException(path, problem);

    public PolicyNode? Member(string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out JsonElement member)
            ? new PolicyNode(member, JsonPath.Member(path, name))
            : null;

    public PolicyNode Required(string name) =>
        Member(name) ?? throw new MalformedPolicyException(JsonPath.Member(path, name), "is missing");

    /// <summary>Its members, of which there is at least one.</summary>
    public IEnumerable<KeyValuePair<string, PolicyNode>> Members() =>
        AnyMembers() is var members && members.Any() ? members : throw Problem("must not be empty");

    /// <summary>Its members, if it has any.</summary>
    public IEnumerable<KeyValuePair<string, PolicyNode>> AnyMembers()
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw Problem("must be an object");
        }

        string here = path;
        return value.EnumerateObject()
            .Select(member => KeyValuePair.Create(member.Name, new PolicyNode(member.Value, JsonPath.Member(here, member.Name))));
    }

    /// <summary>A member by any other name is a problem: a misspelt Condition must not be ignored.</summary>
    public void AllowOnly(params ReadOnlySpan<string> names)
    {
        foreach ((string name, PolicyNode member) in Members())
        {
            if (!names.Contains(name))
            {
                throw member.Problem("is not a member of this object");
            }
        }
    }

    /// <summary>Its items, of which there is at least one; a value that is no array is an array of one.</summary>
    public IReadOnlyList<PolicyNode> OneOrMore()
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return [this];
        }

        string here = path;
        PolicyNode[] items = [.. value.EnumerateArray().Select((item, index) => new PolicyNode(item, $"{here}[{index}]"))];
        return items.Length > 0 ? items : throw Problem("must not be empty");
    }

    public string Text() => value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Problem("must be a string");

    /// <summary>A string, or a number or boolean as its JSON text.</summary>
    public string Scalar() =>
        value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? value.GetRawText()
        : value.ValueKind == JsonValueKind.String ? value.GetString()!
        : throw Problem("must be a string, a number or a boolean");
}
