using System.Text;
using Authorizers.Core;
using Authorizers.Core.Configuration;
using Authorizers.Core.Events;
using Authorizers.Core.Responses;
using Authorizers.Lambda.Records;
using Authorizers.Lambda.Runtime;
using Authorizers.Lambda.Tests.Runtime;

namespace Authorizers.Lambda.Tests;

/// <summary>The whole life of a function: INIT, invocations, and the ways it ends.</summary>
public sealed class FunctionHostTests : IDisposable
{
    private const string InitError = "POST /2018-06-01/runtime/init/error";
    private const string Fault = "fault: An unexpected InvalidOperationException; the function's log says where.";

    private readonly StoppedClock _clock = new();
    private readonly StringBuilder _log = new();
    private readonly MemoryStream _records = new();

    [Fact]
    public void Problems_of_the_configuration_are_posted_and_printed()
    {
        using var server = new ScriptedServer(Answer.Accepted);

        int exitCode = Run(
            server.Address, _ => throw new ConfigurationException(["$.issuers: is missing", "$.routes: is missing"]));

        RecordedRequest error = Assert.Single(server.Requests);
        Assert.Equal((1, InitError), (exitCode, error.Call));
        Assert.Contains("\r\nLambda-Runtime-Function-Error-Type: Runtime.ConfigurationInvalid\r\n", error.Head);
        Assert.Equal(
            """{"errorType":"ConfigurationInvalid","errorMessage":"configuration_invalid: """
            + """$.issuers: is missing\n$.routes: is missing","stackTrace":[]}""",
            error.Body);
        Assert.Equal("$.issuers: is missing\n$.routes: is missing\n", _log.ToString());
    }

    [Fact]
    public void Something_unforeseen_in_INIT_is_posted_by_its_type_alone()
    {
        using var server = new ScriptedServer(Answer.Accepted);

        int exitCode = Run(server.Address, _ => throw SampleExceptions.Fault());

        AssertFault(exitCode, Assert.Single(server.Requests));
    }

    [Fact]
    public void Something_unforeseen_in_the_preparation_is_no_different()
    {
        using var server = new ScriptedServer(Answer.Accepted);

        int exitCode = Run(server.Address, Preparing(_ => Task.FromException(SampleExceptions.Fault())));

        AssertFault(exitCode, Assert.Single(server.Requests));
    }

    [Fact]
    public void The_preparation_has_eight_seconds()
    {
        bool[] cancelled = new bool[2];
        using var server = new ScriptedServer(Answer.Event(), Answer.Accepted);

        Run(server.Address, Preparing(deadline =>
        {
            CancellationToken token = deadline.Token;
            _clock.Advance(TimeSpan.FromSeconds(7.999));
            cancelled[0] = token.IsCancellationRequested;
            _clock.Advance(TimeSpan.FromSeconds(0.001));
            cancelled[1] = token.IsCancellationRequested;
            return Task.CompletedTask;
        }));

        Assert.Equal([false, true], cancelled);
    }

    [Fact]
    public void A_preparation_that_takes_its_time_is_waited_for()
    {
        bool prepared = false;
        using var server = new ScriptedServer(Answer.Event(json: The.Event), Answer.Accepted);

        Run(server.Address, Preparing(async _ =>
        {
            await Task.Yield();
            Assert.Empty(server.Requests);
            prepared = true;
        }));

        Assert.True(prepared);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public void Invocations_are_served_until_the_runtime_api_is_gone()
    {
        using var server = new ScriptedServer(
            Answer.Event(json: The.Event), Answer.Accepted, Answer.Event(json: The.Event), Answer.Accepted);

        int exitCode = Run(server.Address, Preparing(_ => Task.CompletedTask));

        Assert.Equal(1, exitCode);
        Assert.Equal(4, server.Requests.Count);
        Assert.All([1, 3], at => Assert.StartsWith("{\"principalId\":\"user-1\"", server.Requests[at].Body));
        Assert.Equal(2, Encoding.UTF8.GetString(_records.ToArray()).Count(letter => letter == '\n'));
        Assert.Matches("\\AThe Runtime API .*\\. The function ends\\.\n\\z", _log.ToString());
    }

    [Theory]
    [InlineData(null, "AWS_LAMBDA_RUNTIME_API is not set. The function ends.\n")]
    [InlineData("", "AWS_LAMBDA_RUNTIME_API is not host:port. The function ends.\n")]
    [InlineData("127.0.0.1:65536", "AWS_LAMBDA_RUNTIME_API is not host:port. The function ends.\n")]
    public void Outside_lambda_nothing_is_built(string? address, string line)
    {
        bool built = false;

        int exitCode = Run(address, surroundings =>
        {
            built = true;
            return Preparing(_ => Task.CompletedTask)(surroundings);
        });

        Assert.Equal((1, false, line), (exitCode, built, _log.ToString()));
    }

    [Fact]
    public void A_failed_INIT_that_cannot_be_posted_is_printed_all_the_same()
    {
        using var server = new ScriptedServer(Answer.Status(500));

        int exitCode = Run(server.Address, _ => throw new ConfigurationException(["$.issuers: is missing"]));

        Assert.Equal(1, exitCode);
        Assert.Equal(
            "$.issuers: is missing\nThe Runtime API answered 500 to an answer. The function ends.\n", _log.ToString());
    }

    [Fact]
    public void A_function_is_built_of_its_surroundings()
    {
        FunctionSurroundings? seen = null;
        using var server = new ScriptedServer(Answer.Accepted);

        Run(server.Address, surroundings =>
        {
            seen = surroundings;
            throw SampleExceptions.Fault();
        });

        Assert.Equal(("/var/task/authorizer.json", _clock, _records), (seen!.ConfigurationPath, seen.Clock, seen.Records));
        Assert.Equal("orders-authorizer", seen.Variable("AWS_LAMBDA_FUNCTION_NAME"));
    }

    public void Dispose() => _records.Dispose();

    private static Func<FunctionSurroundings, AuthorizerFunction> Preparing(Func<Deadline, Task> prepare) => surroundings => new(
        new StubAuthorizer((_, _) => SomeDecision.Allowed()) { Prepare = prepare },
        TokenEvent.Read,
        new Responder(OnUnauthenticated.Throw, PolicyLimits.Usual),
        new DecisionLog("token", surroundings.Records, LogSettings.Default, surroundings.Clock),
        surroundings.Clock);

    private void AssertFault(int exitCode, RecordedRequest error)
    {
        Assert.Equal((1, InitError), (exitCode, error.Call));
        Assert.Contains("\r\nLambda-Runtime-Function-Error-Type: Runtime.Fault\r\n", error.Head);
        Assert.Contains(Fault, error.Body);
        Assert.StartsWith($"{Fault}\nSystem.InvalidOperationException\n", _log.ToString());
        Assert.DoesNotContain(SampleExceptions.Secret, $"{error.Text}{_log}");
    }

    private int Run(string? address, Func<FunctionSurroundings, AuthorizerFunction> build) => FunctionHost.Run(
        build,
        new FunctionSurroundings("/var/task/authorizer.json", Some.Variables(address), _clock, _records, new TextStream(_log)));
}
