using Authorizers.Cli.Tables;

namespace Authorizers.Cli.Tests.Tables;

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
            named, configured, "keys", name => name == "AWS_REGION" ? region : byDefault, () => profile));

    [Theory]
    [InlineData("arn:aws:dynamodb:eu-central-1:123456789012:table/keys", "eu-central-1")]
    [InlineData("keys", "us-east-2")]
    public void The_arn_of_a_table_says_its_region(string table, string region) => Assert.Equal(
        region, TableRegion.Choose(null, null, table, _ => "us-east-2", () => null));
}
