using Amazon.Lambda.Core;
using Authorizers.Lambda.Runtime;

namespace Authorizers.Lambda.Tests.Runtime;

public sealed class LogSettingsTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("Text", false)]
    [InlineData("JSON", true)]
    [InlineData("json", true)]
    public void The_format_is_text_unless_it_is_JSON(string? format, bool json) =>
        Assert.Equal(json, LogSettings.Read(name => name == "AWS_LAMBDA_LOG_FORMAT" ? format : null).AsJson);

    [Theory]
    [InlineData(null, LogLevel.Information)]
    [InlineData("TRACE", LogLevel.Trace)]
    [InlineData("DEBUG", LogLevel.Debug)]
    [InlineData("INFO", LogLevel.Information)]
    [InlineData("warn", LogLevel.Warning)]
    [InlineData("ERROR", LogLevel.Error)]
    [InlineData("FATAL", LogLevel.Critical)]
    [InlineData("LOUD", LogLevel.Information)]
    public void The_least_level_is_INFO_unless_a_known_one_is_set(string? level, LogLevel least) =>
        Assert.Equal(least, LogSettings.Read(name => name == "AWS_LAMBDA_LOG_LEVEL" ? level : null).Minimum);
}
