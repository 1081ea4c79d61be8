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

        method.Invoke(Some.Logger(_text), [.. method.GetParameters().Select(Argument)]);

        Assert.Matches("\\A[^\n]*what happened[^\n]*\n\\z", _text.ToString());
        Assert.DoesNotContain("secret", _text.ToString());
    }

    [Fact]
    public void A_line_may_have_a_level_before_it()
    {
        ILambdaLogger logger = Some.Logger(_text);

        logger.LogWarning("what happened");
        logger.Log("Custom", "what happened");
        logger.Log("what happened");

        Assert.Equal("Warning: what happened\nCustom: what happened\nwhat happened\n", _text.ToString());
    }

    [Fact]
    public void An_exception_is_named_by_its_type()
    {
        ILambdaLogger logger = Some.Logger(_text);

        logger.LogError(new InvalidOperationException("secret", new FormatException("secret")), "what happened");

        Assert.Equal("Error: what happened (System.InvalidOperationException)\n", _text.ToString());
    }

    [Fact]
    public void A_line_is_written_through()
    {
        using var stream = new MemoryStream();
        using var writer = new StreamWriter(stream) { NewLine = "\n" };

        new LineLogger(writer).LogLine("what happened");

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

    private static object Argument(ParameterInfo parameter) => parameter switch
    {
        { Name: "level" } when parameter.ParameterType == typeof(LogLevel) => LogLevel.Warning,
        { Name: "level" } => "Warning",
        { Name: "args" } => (object[])["one", 2],
        _ when parameter.ParameterType == typeof(Exception) => new InvalidOperationException("secret"),
        _ => "what happened",
    };
}
