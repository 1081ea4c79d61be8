namespace Authorizers.EndToEnd.Tests.Oracles;

/// <summary>A rule of this project that others do not have; docs/security.md has a row for each.</summary>
/// <param name="Code">With which the token is refused here; empty when it is accepted.</param>
/// <param name="Refused">What is refused, as the document says it.</param>
/// <param name="Leniencies">Who accepts what of it.</param>
internal sealed record Difference(string Code, string Refused, params Leniency[] Leniencies)
{
    /// <summary>Everybody who accepts some of it.</summary>
    public Oracle By => Leniencies.Aggregate(Oracle.None, (all, leniency) => all | leniency.By);

    /// <summary>True when this rule is why a token is refused here that others accept.</summary>
    public bool Explains(string? code, IReadOnlyList<string> twists, Oracle acceptedBy) =>
        Code == (code ?? "")
        && Leniencies.Any(leniency => (acceptedBy & ~leniency.By) == Oracle.None && leniency.Twists.Intersect(twists).Any());

    public override string ToString() => $"{Code}: {Refused}";
}
