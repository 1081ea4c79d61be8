using Authorizers.Lambda.Runtime;

namespace Authorizers.Lambda.Tests.Runtime;

/// <summary>What Lambda says through the environment.</summary>
public sealed class LambdaEnvironmentTests
{
    [Fact]
    public void Each_variable_is_read()
    {
        var environment = LambdaEnvironment.Read(Some.Variables("127.0.0.1:9001"));

        Assert.Equal("127.0.0.1:9001", environment.RuntimeApi);
        Assert.Equal("orders-authorizer", environment.FunctionName);
        Assert.Equal("7", environment.FunctionVersion);
        Assert.Equal(256, environment.MemoryLimitInMB);
        Assert.Equal("/aws/lambda/orders-authorizer", environment.LogGroupName);
        Assert.Equal("2026/11/20/[7]0123", environment.LogStreamName);
    }

    [Fact]
    public void What_is_not_set_is_empty()
    {
        var environment = LambdaEnvironment.Read(_ => null);

        Assert.Null(environment.RuntimeApi);
        Assert.Equal(("", "", 0), (environment.FunctionName, environment.FunctionVersion, environment.MemoryLimitInMB));
        Assert.Equal(("", ""), (environment.LogGroupName, environment.LogStreamName));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("256 MB")]
    [InlineData("99999999999")]
    public void A_memory_size_that_is_no_number_is_unknown(string size) =>
        Assert.Equal(0, LambdaEnvironment.Read(name => name == "AWS_LAMBDA_FUNCTION_MEMORY_SIZE" ? size : null).MemoryLimitInMB);
}
