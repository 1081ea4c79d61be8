using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Authorizers.Core.Events;

namespace Authorizers.Core.Decisions.Conditions;

/// <summary>The value begins with a text, compared ordinally and, as it may be a secret, in constant time.</summary>
internal sealed record PrefixCondition : ValueCondition
{
    private readonly string _prefix;

    public PrefixCondition(RequestKey key, string prefix)
        : base(key) => _prefix = Thumbprint.Comparable(key, prefix);

    public override string OperatorName => "prefix";

    protected override bool Accepts(string value, TimeProvider clock)
    {
        ReadOnlySpan<char> given = Thumbprint.Comparable(Key, value);
        return given.Length >= _prefix.Length && CryptographicOperations.FixedTimeEquals(
            MemoryMarshal.AsBytes(given[.._prefix.Length]), MemoryMarshal.AsBytes(_prefix.AsSpan()));
    }
}
