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
        using var stream = new YieldingStream();
        var logger = new LineLogger(stream, LogSettings.Default, TimeProvider.System);

        Threads.Run(thread =>
        {
            for (int i = 0; i < 200; i++)
            {
                logger.LogLine(new string((char)('a' + thread), 100));
            }
        });

        Assert.Equal(
            Enumerable.Range('a', Threads.Count).SelectMany(letter => Enumerable.Repeat(new string((char)letter, 100), 200)),
            Wire.Text(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
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
