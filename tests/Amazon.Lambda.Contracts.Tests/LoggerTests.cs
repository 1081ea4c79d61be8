using Amazon.Lambda.Core;

namespace Amazon.Lambda.Contracts.Tests;

/// <summary>Where the members of ILambdaLogger that have a body send an entry.</summary>
public sealed class LoggerTests
{
    private static readonly Exception Failure = new InvalidOperationException("failed");

    public static TheoryData<string, Action<ILambdaLogger>, Action<ILambdaLogger>, Action<ILambdaLogger>> Levels => new()
    {
        { "Trace", log => log.LogTrace("m"), log => log.LogTrace("m", 1, 2), log => log.LogTrace(Failure, "m", 1) },
        { "Debug", log => log.LogDebug("m"), log => log.LogDebug("m", 1, 2), log => log.LogDebug(Failure, "m", 1) },
        {
            "Information",
            log => log.LogInformation("m"),
            log => log.LogInformation("m", 1, 2),
            log => log.LogInformation(Failure, "m", 1)
        },
        { "Warning", log => log.LogWarning("m"), log => log.LogWarning("m", 1, 2), log => log.LogWarning(Failure, "m", 1) },
        { "Error", log => log.LogError("m"), log => log.LogError("m", 1, 2), log => log.LogError(Failure, "m", 1) },
        { "Critical", log => log.LogCritical("m"), log => log.LogCritical("m", 1, 2), log => log.LogCritical(Failure, "m", 1) },
        {
            "Warning",
            log => log.Log(LogLevel.Warning, "m"),
            log => log.Log(LogLevel.Warning, "m", 1, 2),
            log => log.Log(LogLevel.Warning, Failure, "m", 1)
        },
    };

    [Theory]
    [MemberData(nameof(Levels))]
    public void An_entry_reaches_the_member_that_takes_its_level_as_text(
        string level, Action<ILambdaLogger> plain, Action<ILambdaLogger> withArguments, Action<ILambdaLogger> withException)
    {
        FullLogger logger = new();

        plain(logger);
        withArguments(logger);
        withException(logger);

        Assert.Equal([$"{level}(m)", $"{level}(m; 1, 2)", $"{level}(failed; m; 1)"], logger.Entries);
    }

    [Fact]
    public void Without_that_member_an_entry_loses_its_level()
    {
        LineLogger logger = new();

        ((ILambdaLogger)logger).LogError("m");
        ((ILambdaLogger)logger).Log(LogLevel.Error, "m");
        ((ILambdaLogger)logger).Log("Error", "m");

        Assert.Equal(["LogLine(m)", "LogLine(m)", "LogLine(m)"], logger.Entries);
    }

    [Fact]
    public void Without_a_member_for_exceptions_an_exception_is_an_entry_of_its_own()
    {
        LevelLogger logger = new();

        ((ILambdaLogger)logger).LogError(Failure, "m", 1);

        Assert.Equal(["Error(m; 1)", "Error(System.InvalidOperationException: failed; 1)"], logger.Entries);
    }

    [Fact]
    public void Levels_rise_from_trace_to_critical() => Assert.Equal(
        ["Trace 0", "Debug 1", "Information 2", "Warning 3", "Error 4", "Critical 5"],
        Enum.GetValues<LogLevel>().Select(level => $"{level} {level:D}"));
}
