using System.Buffers;
using System.Text.Json;
using Authorizers.Core;
using Authorizers.Core.Configuration;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Responses;
using Authorizers.Core.Verification;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Authorizers.Benchmarks;

/// <summary>
/// The two tables of docs/examples, sixty routes each: a decision and its policy, and a policy that is built anew.
/// </summary>
[MemoryDiagnoser]
[Config(typeof(InProcess))]
public class SixtyRouteBenchmarks
{
    private const int Tokens = 16;

    private readonly ArrayBufferWriter<byte> _output = new(16_384);
    private readonly VerificationResult[] _verified = new VerificationResult[Tokens];
    private AuthorizerRequest _request = null!;
    private RouteTable _routes = null!;
    private Responder _responder = null!;
    private Decision _decision = null!;
    private int _next;

    /// <summary>A table and the rights of a role in it.</summary>
    [ParamsSource(nameof(Roles))]
    public string Role { get; set; } = "";

    /// <summary>From few rights to all.</summary>
    public static IEnumerable<string> Roles =>
        ["shop customer", "shop clerk", "shop admin", "version-control readers", "version-control writers", "version-control owners"];

    /// <summary>As many principals of the same rights as tokens.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        string[] words = Role.Split(' ');
        AuthorizerConfiguration configuration =
            ConfigurationFile.Load(Path.Combine(Repository.Folder("docs"), "examples", $"{words[0]}.json"), _ => null);
        _routes = configuration.Routes;
        _responder = new Responder(configuration.OnUnauthenticated, PolicyLimits.Of(configuration));
        _request = TokenEvent.Read(JsonSerializer.SerializeToUtf8Bytes(new
        {
            type = "TOKEN",
            authorizationToken = "Bearer token",
            methodArn = "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/GET/",
        }));
        for (int token = 0; token < Tokens; token++)
        {
            _verified[token] = new VerificationResult(Principal(words[1], token), default);
        }

        _decision = _routes.Decide(_verified[0], _request, TimeProvider.System);
    }

    /// <summary>Decision and response for the next of several tokens.</summary>
    [Benchmark]
    public int DecideAndRespond()
    {
        Decision decision = _routes.Decide(_verified[_next++ % Tokens], _request, TimeProvider.System);
        return Respond(_responder, decision);
    }

    /// <summary>The same, but for the first token of a role that a function sees.</summary>
    [Benchmark]
    public int BuildPolicyAndRespond() => Respond(new Responder(OnUnauthenticated.Throw, PolicyLimits.Usual), _decision);

    private int Respond(Responder responder, Decision decision)
    {
        _output.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(_output, CompactJson.Options))
        {
            AuthorizerResponseJson.Write(writer, responder.Settle(decision, _request.Method).Response!);
        }

        return _output.WrittenCount;
    }

    private static Principal Principal(string role, int token) => role switch
    {
        "customer" => With(token, ["shop:buy"], []),
        "clerk" => With(token, ["shop:desk"], []),
        "admin" => With(token, ["shop:buy", "shop:desk", "shop:manage"], ["admins"]),
        "owners" => With(token, [], ["maintainers", "owners"]),
        _ => With(token, [], [role]),
    };

    private static Principal With(int token, string[] scopes, string[] groups) =>
        new() { Id = $"principal-{token}", Scopes = scopes, Groups = groups };

    private sealed class InProcess : ManualConfig
    {
        public InProcess() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
    }
}
