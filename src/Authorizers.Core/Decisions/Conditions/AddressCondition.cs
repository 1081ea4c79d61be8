using Authorizers.Core.Events;

namespace Authorizers.Core.Decisions.Conditions;

/// <summary>The value is an address in one of some ranges; an IPv4-mapped address is held against IPv4 ranges.</summary>
internal sealed record AddressCondition : ValueCondition
{
    private readonly NetworkRange[] _ranges;

    public AddressCondition(RequestKey key, IEnumerable<NetworkRange> ranges)
        : base(key) => _ranges = [.. ranges.Distinct()];

    public override string OperatorName => "cidr";

    public bool Equals(AddressCondition? other) =>
        base.Equals(other) && _ranges.Length == other._ranges.Length && Array.TrueForAll(_ranges, other._ranges.Contains);

    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), _ranges.Length);

    protected override bool Accepts(string value, TimeProvider clock)
    {
        if (!NetworkAddress.TryParse(value, out NetworkAddress address))
        {
            return false;
        }

        foreach (NetworkRange range in _ranges)
        {
            if (range.Contains(address))
            {
                return true;
            }
        }

        return false;
    }
}
