using Amazon.Lambda.Core;
using Amazon.Lambda.TestUtilities;

namespace Amazon.Lambda.Contracts.Tests;

/// <summary>What TestLambdaLogger keeps.</summary>
public sealed class TestLoggerTests
{
    private readonly TestLambdaLogger _logger = new();

    [Fact]
    public void A_message_is_kept_as_it_is() => AssertKept("ab", log => log.Log("a"), log => log.Log("b"));

    [Fact]
    public void A_line_is_kept_with_its_end() => AssertKept("a\n\n", log => log.LogLine("a"), log => log.LogLine(""));

    [Fact]
    public void A_level_stands_before_the_message() => AssertKept(
        "Information: a\nWarning: b\nx: c\n",
        log => log.LogInformation("a"),
        log => log.Log(LogLevel.Warning, "b"),
        log => log.Log("x", "c"));

    [Fact]
    public void Arguments_stand_on_lines_of_their_own_and_fill_no_template() => AssertKept(
        "Error: {one} and {two}\n\t1\n\ttwo\n\n",
        log => log.LogError("{one} and {two}", 1, "two"));

    [Fact]
    public void An_argument_may_be_null() => AssertKept("Error: m\n\t\n\t2\n\n", log => log.LogError("m", null!, 2));

    [Fact]
    public void No_arguments_leave_no_empty_line() => AssertKept(
        "Error: m\nError: m\n",
        log => log.Log("Error", "m", []),
        log => log.Log("Error", "m", args: null!));

    [Fact]
    public void An_exception_stands_after_the_message() => AssertKept(
        "Error: m\nSystem.InvalidOperationException: failed\n\n",
        log => log.LogError(new InvalidOperationException("failed"), "m"));

    [Fact]
    public void An_exception_stands_after_the_arguments() => AssertKept(
        "Critical: m\n\t1\n\nSystem.InvalidOperationException: failed\n\n",
        log => log.LogCritical(new InvalidOperationException("failed"), "m", 1));

    [Fact]
    public void An_exception_may_be_null() => AssertKept("Error: m\n", log => log.LogError((Exception)null!, "m"));

    private void AssertKept(string kept, params Action<ILambdaLogger>[] entries)
    {
        foreach (Action<ILambdaLogger> entry in entries)
        {
            entry(_logger);
        }

        Assert.Equal(kept, _logger.Buffer.ToString().ReplaceLineEndings("\n"));
    }
}
