using Authorizers.Core.Events;
using FsCheck;
using FsCheck.Fluent;

namespace Authorizers.Core.Tests.Events;

public sealed class MethodArnTests
{
    private static readonly string[] Partitions =
        ["aws", "aws-cn", "aws-us-gov", "aws-eusc", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f"];

    private static readonly string[] Regions = ["eu-west-1", "cn-north-1", "us-gov-west-1", "eusc-de-east-1", "us-iso-east-1"];
    private static readonly string[] Stages = ["prod", "v1", "test_2", "a-b", "$default", "ESTestInvoke-stage"];
    private static readonly string[] Methods = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

    private static Gen<string> Route { get; } = Gen.OneOf(
        Gen.Elements("$connect", "$disconnect", "$default", "sendMessage"),
        Gen.Elements(Methods).SelectMany(_ => Path(), (method, path) => $"{method}/{path}"));

    private static Gen<string[]> Parts { get; } =
        from partition in Gen.Elements(Partitions)
        from region in Gen.Elements(Regions)
        from account in Gen.Elements("123456789012", "000000000000")
        from api in Gen.Elements("a1b2c3d4e5", "test-invoke-api", "0")
        from stage in Gen.Elements(Stages)
        from route in Route
        select new[] { partition, region, account, api, stage, route };

    [Fact]
    public void What_is_parsed_prints_as_it_was_and_is_made_of_its_parts() => Law.Holds(
        Parts,
        parts =>
        {
            string stageArn = $"arn:{parts[0]}:execute-api:{parts[1]}:{parts[2]}:{parts[3]}/{parts[4]}";

            MethodArn arn = Some.Arn($"{stageArn}/{parts[5]}");

            Assert.Equal($"{stageArn}/{parts[5]}", arn.ToString());
            Assert.Equal(stageArn, arn.StageArn.ToString());
            string[] named = [arn.Partition, arn.Region, arn.AccountId, arn.ApiId.ToString(), arn.Stage.ToString()];
            Assert.Equal(parts[..5], named);
            bool hasPath = parts[5].Contains('/');
            Assert.Equal(parts[5], hasPath ? $"{arn.HttpMethod}/{arn.Path}" : arn.HttpMethod.ToString());
            Assert.DoesNotContain('/', arn.HttpMethod.ToString());
        },
        tests: 1000);

    [Theory]
    [InlineData("aws")]
    [InlineData("aws-cn")]
    [InlineData("aws-us-gov")]
    [InlineData("aws-eusc")]
    [InlineData("aws-iso")]
    [InlineData("aws-iso-b")]
    [InlineData("aws-iso-e")]
    [InlineData("aws-iso-f")]
    public void Every_partition_is_kept(string partition) => Assert.Equal(
        partition, Some.Arn($"arn:{partition}:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/GET/orders").Partition);

    [Theory]
    [InlineData("prod/GET/orders/42", "prod", "GET", "orders/42")]
    [InlineData("$default/GET/orders", "$default", "GET", "orders")]
    [InlineData("ESTestInvoke-stage/GET/", "ESTestInvoke-stage", "GET", "")]
    [InlineData("prod/$connect", "prod", "$connect", "")]
    [InlineData("prod/GET/items/a:b:c", "prod", "GET", "items/a:b:c")]
    [InlineData("prod/GET/a//b", "prod", "GET", "a//b")]
    [InlineData("prod/GET//", "prod", "GET", "/")]
    [InlineData("prod/GET/a%2Fb%3A", "prod", "GET", "a%2Fb%3A")]
    [InlineData("prod/DELETE/orders/", "prod", "DELETE", "orders/")]
    [InlineData("prod/GET/*/?", "prod", "GET", "*/?")]
    public void Stage_method_and_path_are_read_right(string target, string stage, string method, string path)
    {
        MethodArn arn = Some.Arn($"arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/{target}");

        Assert.Equal(stage, arn.Stage);
        Assert.Equal(method, arn.HttpMethod.ToString());
        Assert.Equal(path, arn.Path.ToString());
        Assert.Equal("a1b2c3d4e5", arn.ApiId);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5")]
    [InlineData("arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod")]
    [InlineData("arn:aws:execute-api:eu-west-1:123456789012")]
    [InlineData("arn:aws:execute-api:eu-west-1:a1b2c3d4e5/prod/GET/orders")]
    [InlineData("urn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/GET/orders")]
    [InlineData("ARN:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/GET/orders")]
    [InlineData(" arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/GET/orders")]
    public void What_has_another_shape_is_no_method_ARN(string? text) => AssertRefused(text);

    [Theory]
    [InlineData("lambda")]
    [InlineData("apigateway")]
    [InlineData("Execute-Api")]
    [InlineData("execute-ap?")]
    [InlineData("*")]
    [InlineData("")]
    public void Another_service_is_refused(string service) =>
        AssertRefused($"arn:aws:{service}:eu-west-1:123456789012:a1b2c3d4e5/prod/GET/orders");

    [Theory]
    [InlineData("*", "eu-west-1", "123456789012", "a1b2c3d4e5", "prod")]
    [InlineData("aws-*", "eu-west-1", "123456789012", "a1b2c3d4e5", "prod")]
    [InlineData("AWS", "eu-west-1", "123456789012", "a1b2c3d4e5", "prod")]
    [InlineData("", "eu-west-1", "123456789012", "a1b2c3d4e5", "prod")]
    [InlineData("aws", "*", "123456789012", "a1b2c3d4e5", "prod")]
    [InlineData("aws", "eu-west-?", "123456789012", "a1b2c3d4e5", "prod")]
    [InlineData("aws", "${aws:region}", "123456789012", "a1b2c3d4e5", "prod")]
    [InlineData("aws", "", "123456789012", "a1b2c3d4e5", "prod")]
    [InlineData("aws", "eu-west-1", "*", "a1b2c3d4e5", "prod")]
    [InlineData("aws", "eu-west-1", "12345678901", "a1b2c3d4e5", "prod")]
    [InlineData("aws", "eu-west-1", "1234567890123", "a1b2c3d4e5", "prod")]
    [InlineData("aws", "eu-west-1", "12345678901\u0664", "a1b2c3d4e5", "prod")]
    [InlineData("aws", "eu-west-1", "123456789012", "*", "prod")]
    [InlineData("aws", "eu-west-1", "123456789012", "a1b2c3d4e?", "prod")]
    [InlineData("aws", "eu-west-1", "123456789012", "", "prod")]
    [InlineData("aws", "eu-west-1", "123456789012", "a1b2c3d4e5", "*")]
    [InlineData("aws", "eu-west-1", "123456789012", "a1b2c3d4e5", "pro?")]
    [InlineData("aws", "eu-west-1", "123456789012", "a1b2c3d4e5", "${stage}")]
    [InlineData("aws", "eu-west-1", "123456789012", "a1b2c3d4e5", "$other")]
    [InlineData("aws", "eu-west-1", "123456789012", "a1b2c3d4e5", "")]
    public void A_part_that_could_mean_more_in_a_policy_is_refused(
        string partition, string region, string account, string api, string stage) =>
        AssertRefused($"arn:{partition}:execute-api:{region}:{account}:{api}/{stage}/GET/orders");

    [Theory]
    [InlineData("")]
    [InlineData("/orders")]
    public void A_route_needs_a_method_or_a_key(string route) => AssertRefused($"{The.StageArn}/{route}");

    [Fact]
    public void The_longest_ARN_has_1600_bytes()
    {
        string longest = $"{The.StageArn}/GET/".PadRight(1600, 'a');

        Assert.True(MethodArn.TryParse(longest, out _));
        AssertRefused(longest + "a");
    }

    [Fact]
    public void Length_is_counted_in_UTF8_bytes()
    {
        string longest = $"{The.StageArn}/GET/\u00e9".PadRight(1599, 'a');

        Assert.True(MethodArn.TryParse(longest, out _));
        AssertRefused(longest + "a");
    }

    [Fact]
    public void Equality_is_of_the_text()
    {
        Assert.Equal(Some.Call("GET/orders"), Some.Call("GET/orders"));
        Assert.Equal(Some.Call("GET/orders").GetHashCode(), Some.Call("GET/orders").GetHashCode());
        Assert.NotEqual(Some.Call("GET/orders"), Some.Call("GET/Orders"));
        Assert.False(The.Call.Equals(null));
    }

    private static Gen<string> Path() =>
        Gen.Elements("", "a", "b:c", "%2F", "d%20e", "/", "//", "@", "*", "\u00fc", "\ud83d\ude00", ".", "..").ArrayOf()
            .Select(pieces => string.Concat(pieces.Take(20)));

    private static void AssertRefused(string? text)
    {
        Assert.False(MethodArn.TryParse(text, out MethodArn? arn));
        Assert.Null(arn);
    }
}
