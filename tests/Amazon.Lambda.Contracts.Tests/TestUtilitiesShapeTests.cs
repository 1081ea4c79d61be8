using Amazon.Lambda.TestUtilities;

namespace Amazon.Lambda.Contracts.Tests;

/// <summary>Members of Amazon.Lambda.TestUtilities 4.2.0.</summary>
public sealed class TestUtilitiesShapeTests
{
    [Theory]
    [InlineData(typeof(TestLambdaContext), """
        class TestLambdaContext
        IClientContext ClientContext { get; set; }
        ICognitoIdentity Identity { get; set; }
        ILambdaLogger Logger { get; set; }
        ILambdaSerializer Serializer { get; set; }
        Int32 MemoryLimitInMB { get; set; }
        String AwsRequestId { get; set; }
        String FunctionName { get; set; }
        String FunctionVersion { get; set; }
        String InvokedFunctionArn { get; set; }
        String LogGroupName { get; set; }
        String LogStreamName { get; set; }
        String TenantId { get; set; }
        String TraceId { get; set; }
        TimeSpan RemainingTime { get; set; }
        new()
        """)]
    [InlineData(typeof(TestLambdaLogger), """
        class TestLambdaLogger
        StringBuilder Buffer { get; }
        Void Log(String level, Exception exception, String message, params Object[] args)
        Void Log(String level, String message)
        Void Log(String level, String message, params Object[] args)
        Void Log(String message)
        Void LogLine(String message)
        new()
        """)]
    [InlineData(typeof(TestClientContext), """
        class TestClientContext
        IClientApplication Client { get; set; }
        IDictionary<String, String> Custom { get; set; }
        IDictionary<String, String> Environment { get; set; }
        new()
        """)]
    [InlineData(typeof(TestClientApplication), """
        class TestClientApplication
        String AppPackageName { get; set; }
        String AppTitle { get; set; }
        String AppVersionCode { get; set; }
        String AppVersionName { get; set; }
        String InstallationId { get; set; }
        new()
        """)]
    [InlineData(typeof(TestCognitoIdentity), """
        class TestCognitoIdentity
        String IdentityId { get; set; }
        String IdentityPoolId { get; set; }
        new()
        """)]
    public void Test_utilities_have_Amazons_members(Type type, string members) => Assert.Equal(members, Shape.Of(type));
}
