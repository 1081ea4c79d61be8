namespace Authorizers.EndToEnd.Tests.Oracles;

/// <summary>
/// Verifiers that somebody else wrote. IdentityModel counts as two: the versions that the two feeds have read JSON differently.
/// </summary>
[Flags]
internal enum Oracle
{
    None = 0,
    Jose = 1,
    IdentityModel6 = 2,
    IdentityModel8 = 4,
    IdentityModel = IdentityModel6 | IdentityModel8,
    Both = Jose | IdentityModel,
}
