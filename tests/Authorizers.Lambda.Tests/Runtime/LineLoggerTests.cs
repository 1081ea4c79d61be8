using System.Reflection;
using System.Text;
using Amazon.Lambda.Core;
using Authorizers.Lambda.Runtime;

namespace Authorizers.Lambda.Tests.Runtime;

/// <summary>Whatever is logged, and by whichever overload, becomes a line.</summary>
public sealed class LineLoggerTests
{
    private readonly StringBuilder _text = new();

    public static TheoryData<string> Overloads => [.. typeof(ILambdaLogger).GetMethods().Select(method => method.ToString()!)];

    [Theory]
    [MemberData(nameof(Overloads))]
    public void Every_overload_ends_in_one_line_that_quotes_no_exception(string overload)
    {
        MethodInfo method = typeof(ILambdaLogger).GetMethods().Single(method => method.ToString() == overload);

        method.Invoke(Logger(new LogSettings(false, LogLevel.Trace)), [.. method.GetParameters().Select(Argument)]);

        Assert.Matches("\\A[^\n]*what happened[^\n]*\n\\z", _text.ToString());
        Assert.DoesNotContain("secret", _text.ToString());
    }

    [Fact]
    public void As_text_a_line_is_its_message_alone()
    {
        ILambdaLogger logger = Some.Logger(_text);

        logger.LogWarning("what happened");
        logger.Log("Custom", "and then");
        logger.Log("at last");

        Assert.Equal("what happened\nand then\nat last\n", _text.ToString());
    }

    [Fact]
    public void As_JSON_a_line_has_a_time_a_level_and_the_message()
    {
        Logger(new LogSettings(true, LogLevel.Information)).Error("what\nhappened");

        Assert.Equal(
            """{"timestamp":"2026-11-20T06:00:00.123Z","level":"ERROR","message":"what\nhappened"}""" + "\n", _text.ToString());
    }

    [Theory]
    [InlineData(LogLevel.Information, "i w e ")]
    [InlineData(LogLevel.Warning, "w e ")]
    [InlineData(LogLevel.Error, "e ")]
    [InlineData(LogLevel.Critical, "")]
    public void Lines_below_the_least_level_are_not_written(LogLevel least, string written)
    {
        LineLogger logger = Logger(new LogSettings(false, least));

        logger.LogLine("i");
        logger.Warn("w");
        logger.Error("e");

        Assert.Equal(written, _text.ToString().Replace('\n', ' '));
    }

    [Fact]
    public void An_exception_is_named_by_its_type()
    {
        ILambdaLogger logger = Some.Logger(_text);

        logger.LogError(new InvalidOperationException("secret", new FormatException("secret")), "what happened");

        Assert.Equal("what happened (System.InvalidOperationException)\n", _text.ToString());
    }

    [Fact]
    public void A_line_is_written_through()
    {
        using var stream = new MemoryStream();
        using var buffered = new BufferedStream(stream, bufferSize: 1000);

        new LineLogger(buffered, LogSettings.Default, TimeProvider.System).LogLine("what happened");

        Assert.Equal("what happened\n", Wire.Text(stream.ToArray()));
    }

    [Fact]
    public void Threads_do_not_tear_each_others_lines()
    {
        LineLogger logger = Some.Logger(_text);
        string[] lines = [.. Enumerable.Range(0, 8).Select(thread => new string((char)('a' + thread), 200))];

        Parallel.For(0, 4_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => logger.LogLine(lines[i % lines.Length]));

        string[] written = _text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4_000, written.Length);
        Assert.All(written, line => Assert.Contains(line, lines));
    }

    private LineLogger Logger(LogSettings settings) => new(new TextStream(_text), settings, new StoppedClock());

    private static object Argument(ParameterInfo parameter) => parameter switch
    {
        { Name: "level" } when parameter.ParameterType == typeof(LogLevel) => LogLevel.Warning,
        { Name: "level" } => "Warning",
        { Name: "args" } => (object[])["one", 2],
        _ when parameter.ParameterType == typeof(Exception) => new InvalidOperationException("secret"),
        _ => "what happened",
    };
}
