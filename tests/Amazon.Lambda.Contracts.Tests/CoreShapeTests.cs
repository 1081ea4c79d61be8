using System.Reflection;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Contracts.Tests;

/// <summary>Members of Amazon.Lambda.Core 3.2.0; "=> default" marks those that have a body.</summary>
public sealed class CoreShapeTests
{
    [Theory]
    [InlineData(typeof(ILambdaContext), """
        interface ILambdaContext
        IClientContext ClientContext { get; }
        ICognitoIdentity Identity { get; }
        ILambdaLogger Logger { get; }
        ILambdaSerializer Serializer { get; } => default
        Int32 MemoryLimitInMB { get; }
        String AwsRequestId { get; }
        String FunctionName { get; }
        String FunctionVersion { get; }
        String InvokedFunctionArn { get; }
        String LogGroupName { get; }
        String LogStreamName { get; }
        String TenantId { get; } => default
        String TraceId { get; } => default
        TimeSpan RemainingTime { get; }
        """)]
    [InlineData(typeof(ILambdaLogger), """
        interface ILambdaLogger
        Void Log(LogLevel level, Exception exception, String message, params Object[] args) => default
        Void Log(LogLevel level, String message) => default
        Void Log(LogLevel level, String message, params Object[] args) => default
        Void Log(String level, Exception exception, String message, params Object[] args) => default
        Void Log(String level, String message) => default
        Void Log(String level, String message, params Object[] args) => default
        Void Log(String message)
        Void LogCritical(Exception exception, String message, params Object[] args) => default
        Void LogCritical(String message) => default
        Void LogCritical(String message, params Object[] args) => default
        Void LogDebug(Exception exception, String message, params Object[] args) => default
        Void LogDebug(String message) => default
        Void LogDebug(String message, params Object[] args) => default
        Void LogError(Exception exception, String message, params Object[] args) => default
        Void LogError(String message) => default
        Void LogError(String message, params Object[] args) => default
        Void LogInformation(Exception exception, String message, params Object[] args) => default
        Void LogInformation(String message) => default
        Void LogInformation(String message, params Object[] args) => default
        Void LogLine(String message)
        Void LogTrace(Exception exception, String message, params Object[] args) => default
        Void LogTrace(String message) => default
        Void LogTrace(String message, params Object[] args) => default
        Void LogWarning(Exception exception, String message, params Object[] args) => default
        Void LogWarning(String message) => default
        Void LogWarning(String message, params Object[] args) => default
        """)]
    [InlineData(typeof(LogLevel), """
        enum LogLevel
        Critical = 5
        Debug = 1
        Error = 4
        Information = 2
        Trace = 0
        Warning = 3
        """)]
    [InlineData(typeof(ILambdaSerializer), """
        interface ILambdaSerializer
        T Deserialize<T>(Stream requestStream)
        Void Serialize<T>(T response, Stream responseStream)
        """)]
    [InlineData(typeof(LambdaSerializerAttribute), """
        sealed class LambdaSerializerAttribute : Attribute
        Type SerializerType { get; set; }
        new(Type serializerType)
        """)]
    [InlineData(typeof(IClientContext), """
        interface IClientContext
        IClientApplication Client { get; }
        IDictionary<String, String> Custom { get; }
        IDictionary<String, String> Environment { get; }
        """)]
    [InlineData(typeof(IClientApplication), """
        interface IClientApplication
        String AppPackageName { get; }
        String AppTitle { get; }
        String AppVersionCode { get; }
        String AppVersionName { get; }
        String InstallationId { get; }
        """)]
    [InlineData(typeof(ICognitoIdentity), """
        interface ICognitoIdentity
        String IdentityId { get; }
        String IdentityPoolId { get; }
        """)]
    public void Core_has_Amazons_members(Type type, string members) => Assert.Equal(members, Shape.Of(type));

    [Fact]
    public void A_serializer_is_named_once_for_a_method_or_an_assembly()
    {
        AttributeUsageAttribute usage = typeof(LambdaSerializerAttribute).GetCustomAttribute<AttributeUsageAttribute>()!;

        Assert.Equal(AttributeTargets.Method | AttributeTargets.Assembly, usage.ValidOn);
        Assert.False(usage.AllowMultiple);
    }
}
