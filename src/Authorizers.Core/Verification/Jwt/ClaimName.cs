using System.Text;
using System.Text.Json;

namespace Authorizers.Core.Verification.Jwt;

/// <summary>
/// Where a claim stands: the exact name of a top-level member (<c>custom:tenant_id</c>), or, when it begins with a slash, a
/// JSON pointer
/// into nested objects (<c>/realm_access/roles</c>, RFC 6901).
/// </summary>
internal sealed class ClaimName(string text)
{
    private readonly byte[][] _path = text.StartsWith('/')
        ? [.. text[1..].Split('/').Select(step => Encoding.UTF8.GetBytes(step.Replace("~1", "/").Replace("~0", "~")))]
        : [Encoding.UTF8.GetBytes(text)];

    /// <summary>As configured.</summary>
    public override string ToString() => text;

    public bool TryFind(JsonElement members, out JsonElement value)
    {
        value = members;
        foreach (byte[] step in _path)
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(step, out value))
            {
                return false;
            }
        }

        return true;
    }
}
