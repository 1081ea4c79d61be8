namespace Authorizers.EndToEnd.Tests.Oracles;

/// <summary>A token and what everybody thinks of it.</summary>
internal sealed record JudgedToken(GeneratedToken Token)
{
    /// <summary>Of this project's verifier, where it remembers no token.</summary>
    public required Opinion Own { get; init; }

    /// <summary>Of this project's verifier as it is by default, the first time.</summary>
    public required Opinion First { get; init; }

    /// <summary>Of the same, the second time.</summary>
    public required Opinion Again { get; init; }

    public required Opinion IdentityModel { get; init; }

    public Opinion? Jose { get; init; }

    /// <summary>Which of the others accept it.</summary>
    public Oracle AcceptedBy =>
        (Jose!.Accepted ? Oracle.Jose : Oracle.None) | (IdentityModel.Accepted ? OracleRun.IdentityModel : Oracle.None);

    /// <summary>Which of the others refuse it.</summary>
    public Oracle RefusedBy => (Oracle.Jose | OracleRun.IdentityModel) & ~AcceptedBy;

    public override string ToString() => $"{Token}: {Own.Code ?? "accepted"} here, accepted by {AcceptedBy}";
}
