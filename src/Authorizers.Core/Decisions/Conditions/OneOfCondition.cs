using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Authorizers.Core.Events;

namespace Authorizers.Core.Decisions.Conditions;

/// <summary>
/// The value is one of some texts, compared ordinally. They may be secrets, so how long it takes depends on their lengths and
/// not on what is in them.
/// </summary>
internal sealed record OneOfCondition : ValueCondition
{
    private readonly string[] _texts;

    public OneOfCondition(RequestKey key, IEnumerable<string> texts)
        : base(key) => _texts =
    [
        .. texts.Select(text => Thumbprint.Comparable(key, text)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    public override string OperatorName => _texts.Length == 1 ? "equals" : "in";

    public bool Equals(OneOfCondition? other) => base.Equals(other) && _texts.SequenceEqual(other._texts);

    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), _texts.Length, _texts.FirstOrDefault());

    protected override bool Accepts(string value, TimeProvider clock)
    {
        ReadOnlySpan<byte> given = MemoryMarshal.AsBytes(Thumbprint.Comparable(Key, value).AsSpan());
        bool found = false;
        foreach (string text in _texts)
        {
            found |= CryptographicOperations.FixedTimeEquals(given, MemoryMarshal.AsBytes(text.AsSpan()));
        }

        return found;
    }
}
