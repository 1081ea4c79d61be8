using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Authorizers.Core;
using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Responses;
using Authorizers.Core.Verification;
using Authorizers.Lambda;
using Authorizers.Lambda.Records;
using Authorizers.Lambda.Runtime;
using Authorizers.Token;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Authorizers.Benchmarks;

/// <summary>
/// Each stage of a decision against one bare RSA-2048 verification, and the whole of it, from JSON to JSON, record included.
/// </summary>
[MemoryDiagnoser]
[Config(typeof(InProcess))]
public class StageBenchmarks : IDisposable
{
    private readonly ArrayBufferWriter<byte> _output = new(8192);
    private readonly Deadline _deadline = new(TimeProvider.System, DateTimeOffset.MaxValue);
    private RSA _key = null!;
    private byte[] _signed = null!;
    private byte[] _signature = null!;
    private byte[] _json = null!;
    private string _folder = null!;
    private AuthorizerFunction _function = null!;
    private AuthorizerFunction _forgetfulFunction = null!;
    private LambdaContext _context = null!;
    private AuthorizerRequest _request = null!;
    private BearerToken _token;
    private TokenVerifier _verifier = null!;
    private TokenVerifier _forgetfulVerifier = null!;
    private VerificationResult _verified;
    private RouteTable _routes = null!;
    private Decision _decision = null!;
    private Responder _responder = null!;
    private DecisionLog _log = null!;

    /// <summary>Everything from the repository's events.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        string events = Repository.Folder("events");
        string remembering = Path.Combine(events, ConfigurationFile.DefaultName);
        string forgetful = WriteForgetful(events);
        _json = File.ReadAllBytes(Path.Combine(events, "token", "allowed.event.json"));
        FunctionSurroundings surroundings = Surroundings(remembering);
        _function = Composition.Build(surroundings);
        _forgetfulFunction = Composition.Build(Surroundings(forgetful));
        _context = new LambdaContext(LambdaEnvironment.Read(_ => null), _deadline, surroundings.Log)
        {
            AwsRequestId = "8476a536-e9f4-11e8-9739-2dfe598c3fcd",
            InvokedFunctionArn = "arn:aws:lambda:eu-west-1:123456789012:function:token",
            TraceId = "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700",
            TenantId = "",
        };
        AuthorizerConfiguration configuration = ConfigurationFile.Load(remembering, _ => null);
        _verifier = TokenVerifier.Create(configuration, TimeProvider.System, _ => { });
        _forgetfulVerifier = TokenVerifier.Create(ConfigurationFile.Load(forgetful, _ => null), TimeProvider.System, _ => { });
        _request = TokenEvent.Read(_json);
        BearerToken.TryRead(_request.AuthorizationToken, out _token, out _);
        _verified = _verifier.VerifyAsync(_token, _deadline).AsTask().GetAwaiter().GetResult();
        _routes = configuration.Routes;
        _decision = _routes.Decide(_verified, _request, TimeProvider.System);
        _responder = new Responder(configuration.OnUnauthenticated, PolicyLimits.Usual);
        _log = new DecisionLog("token", surroundings.Records, surroundings.LogSettings, surroundings.Clock);
        PrepareBareVerification();
    }

    /// <summary>What nothing can be faster than.</summary>
    [Benchmark(Baseline = true)]
    public bool BareRsaVerification() => _key.VerifyData(_signed, _signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>Of a signing input's length.</summary>
    [Benchmark]
    public byte[] BareSha256() => SHA256.HashData(_signed);

    /// <summary>Stage 1.</summary>
    [Benchmark]
    public AuthorizerRequest ReadEvent() => TokenEvent.Read(_json);

    /// <summary>Stages 2 and 3.</summary>
    [Benchmark]
    public async ValueTask<bool> VerifyToken() => (await _forgetfulVerifier.VerifyAsync(_token, _deadline)).Succeeded;

    /// <summary>The same for a token that is remembered.</summary>
    [Benchmark]
    public async ValueTask<bool> VerifyRepeatedToken() => (await _verifier.VerifyAsync(_token, _deadline)).Succeeded;

    /// <summary>Stage 4.</summary>
    [Benchmark]
    public Decision Decide() => _routes.Decide(_verified, _request, TimeProvider.System);

    /// <summary>Stages 5 and 6.</summary>
    [Benchmark]
    public int WriteResponse()
    {
        _output.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(_output, CompactJson.Options))
        {
            AuthorizerResponseJson.Write(writer, _responder.Settle(_decision, _request.Method).Response!);
        }

        return _output.WrittenCount;
    }

    /// <summary>The line for audit and metrics.</summary>
    [Benchmark]
    public void WriteRecord() => _log.Write(DecisionRecord.Of(_decision, _request.Method), _context, TimeSpan.FromMicroseconds(412));

    /// <summary>From the event's JSON to the response's, with its record.</summary>
    [Benchmark]
    public async ValueTask<int> WholeDecision()
    {
        _output.ResetWrittenCount();
        await _forgetfulFunction.HandleAsync(_json, _context, _output);
        return _output.WrittenCount;
    }

    /// <summary>The same for a token that is remembered.</summary>
    [Benchmark]
    public async ValueTask<int> WholeRepeatedDecision()
    {
        _output.ResetWrittenCount();
        await _function.HandleAsync(_json, _context, _output);
        return _output.WrittenCount;
    }

    /// <inheritdoc/>
    [GlobalCleanup]
    public void Dispose()
    {
        _key?.Dispose();
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }

        _context?.Dispose();
        GC.SuppressFinalize(this);
    }

    private static FunctionSurroundings Surroundings(string configuration) =>
        new(configuration, _ => null, TimeProvider.System, Stream.Null, Stream.Null);

    /// <summary>The repository's configuration, with no token remembered.</summary>
    private string WriteForgetful(string events)
    {
        _folder = Directory.CreateTempSubdirectory("authorizers-").FullName;
        string text = File.ReadAllText(Path.Combine(events, ConfigurationFile.DefaultName));
        string path = Path.Combine(_folder, ConfigurationFile.DefaultName);
        File.WriteAllText(path, text
            .Replace("\"issuers\":", "\"verifiedTokens\": 0, \"issuers\":", StringComparison.Ordinal)
            .Replace("keys/", $"{events}/keys/", StringComparison.Ordinal));
        return path;
    }

    private void PrepareBareVerification()
    {
        using var signer = RSA.Create(2048);
        _signed = new byte[400];
        _signature = signer.SignData(_signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        _key = RSA.Create(signer.ExportParameters(false));
    }

    private sealed class InProcess : ManualConfig
    {
        public InProcess() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
    }
}
