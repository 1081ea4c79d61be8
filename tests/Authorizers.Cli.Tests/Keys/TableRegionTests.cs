using Authorizers.Cli.Keys;

namespace Authorizers.Cli.Tests.Keys;

public sealed class TableRegionTests
{
    [Theory]
    [InlineData("named", "configured", "region", "default", "profile", "named")]
    [InlineData(null, "configured", "region", "default", "profile", "configured")]
    [InlineData(null, null, "region", "default", "profile", "region")]
    [InlineData(null, null, "", "default", "profile", "default")]
    [InlineData(null, null, null, null, "profile", "profile")]
    [InlineData(null, null, null, "", null, null)]
    public void The_first_who_names_a_region_decides(
        string? named, string? configured, string? region, string? byDefault, string? profile, string? chosen) =>
        Assert.Equal(chosen, TableRegion.Choose(
            named, configured, name => name == "AWS_REGION" ? region : byDefault, () => profile));
}
