using Amazon.Lambda.Core;
using Amazon.Lambda.TestUtilities;

namespace Amazon.Lambda.Contracts.Tests;

/// <summary>What a context says of itself, and what a test may say for it.</summary>
public sealed class ContextTests
{
    [Fact]
    public void A_context_has_no_tenant_no_trace_and_no_serializer_unless_it_says_so()
    {
        ILambdaContext context = new MinimalContext();

        Assert.Equal("", context.TenantId);
        Assert.Equal("", context.TraceId);
        Assert.Null(context.Serializer);
    }

    [Fact]
    public void A_test_context_starts_with_a_logger_alone()
    {
        TestLambdaContext context = new();

        Assert.IsType<TestLambdaLogger>(context.Logger);
        Assert.NotSame(context.Logger, new TestLambdaContext().Logger);
        Assert.Equal(0, context.MemoryLimitInMB);
        Assert.Equal(TimeSpan.Zero, context.RemainingTime);
        Assert.All<object>(
            [
                context.AwsRequestId, context.ClientContext, context.FunctionName, context.FunctionVersion, context.Identity,
                context.InvokedFunctionArn, context.LogGroupName, context.LogStreamName, context.TenantId, context.TraceId,
                context.Serializer,
            ],
            Assert.Null);
    }

    [Fact]
    public void A_test_context_says_what_a_test_told_it()
    {
        TestClientContext client = new() { Client = new TestClientApplication { AppTitle = "app" } };
        TestCognitoIdentity identity = new() { IdentityId = "id", IdentityPoolId = "pool" };
        TestLambdaLogger logger = new();
        ILambdaContext context = new TestLambdaContext
        {
            AwsRequestId = "request",
            ClientContext = client,
            FunctionName = "function",
            FunctionVersion = "7",
            Identity = identity,
            InvokedFunctionArn = "arn",
            Logger = logger,
            LogGroupName = "group",
            LogStreamName = "stream",
            MemoryLimitInMB = 128,
            RemainingTime = TimeSpan.FromSeconds(3),
            TenantId = "tenant",
            TraceId = "trace",
            Serializer = Wire.Rest,
        };

        Assert.Equal(("request", "function", "7"), (context.AwsRequestId, context.FunctionName, context.FunctionVersion));
        Assert.Equal(("arn", "group", "stream"), (context.InvokedFunctionArn, context.LogGroupName, context.LogStreamName));
        Assert.Equal(("tenant", "trace", 128), (context.TenantId, context.TraceId, context.MemoryLimitInMB));
        Assert.Equal(TimeSpan.FromSeconds(3), context.RemainingTime);
        Assert.Same(client, context.ClientContext);
        Assert.Same(identity, context.Identity);
        Assert.Same(logger, context.Logger);
        Assert.Same(Wire.Rest, context.Serializer);
    }

    [Fact]
    public void A_test_client_context_starts_without_a_client_and_with_two_empty_maps()
    {
        TestClientContext context = new();

        Assert.Null(context.Client);
        Assert.Empty(context.Custom);
        Assert.Empty(context.Environment);
    }

    [Fact]
    public void A_serializer_attribute_names_its_type() =>
        Assert.Equal(typeof(Wire), new LambdaSerializerAttribute(typeof(Wire)).SerializerType);
}
