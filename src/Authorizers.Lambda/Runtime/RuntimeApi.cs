using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Authorizers.Core;

namespace Authorizers.Lambda.Runtime;

/// <summary>Speaks the Lambda Runtime API, version 2018-06-01, on one connection.</summary>
internal sealed class RuntimeApi : IDisposable
{
    private const string Version = "/2018-06-01/runtime/";
    private const int TooLarge = 413;

    /// <summary>Up to here an answer leaves in one piece with its head.</summary>
    private const int MaxJoinedLength = 32 * 1024;

    private readonly RuntimeApiConnection _connection;
    private readonly LambdaEnvironment _environment;
    private readonly TimeProvider _clock;
    private readonly LineLogger _logger;
    private readonly string _host;
    private readonly byte[] _next;
    private readonly ArrayBufferWriter<byte> _request = new(4096);
    private string _functionArn = "";

    public RuntimeApi(LambdaEnvironment environment, TimeProvider clock, LineLogger logger)
    {
        _host = environment.RuntimeApi ?? throw new RuntimeApiException("AWS_LAMBDA_RUNTIME_API is not set.");
        (_environment, _clock, _logger) = (environment, clock, logger);
        _connection = new RuntimeApiConnection(_host);
        _next = Encoding.ASCII.GetBytes($"GET {Version}invocation/next HTTP/1.1\r\nHost: {_host}\r\n\r\n");
    }

    /// <summary>Waits for the next event.</summary>
    /// <param name="json">Good until the next call of any method.</param>
    /// <exception cref="RuntimeApiException">There will be none.</exception>
    public LambdaContext Next(out ReadOnlyMemory<byte> json)
    {
        HttpResponseReader response = _connection.Exchange(_next, default);
        HttpResponseHead head = response.Head;
        ReadOnlySpan<byte> requestId = head.Header("Lambda-Runtime-Aws-Request-Id"u8);
        if (head.Status != 200 || requestId.IsEmpty || requestId.ContainsAnyExcept(RequestIdLetters))
        {
            throw new RuntimeApiException($"The Runtime API answered {head.Status} without an event.");
        }

        json = response.Body;
        return new LambdaContext(_environment, ReadDeadline(head), _logger)
        {
            AwsRequestId = Encoding.ASCII.GetString(requestId),
            InvokedFunctionArn = ReadFunctionArn(head),
            TraceId = Encoding.ASCII.GetString(head.Header("Lambda-Runtime-Trace-Id"u8)),
            TenantId = Encoding.ASCII.GetString(head.Header("Lambda-Runtime-Aws-Tenant-Id"u8)),
        };
    }

    /// <summary>Answers an invocation.</summary>
    /// <exception cref="ResponseTooLargeException">The Runtime API finds it so; the invocation is still open.</exception>
    public void Respond(string requestId, ReadOnlySpan<byte> json)
    {
        if (Post($"invocation/{requestId}/response", "Content-Type: application/json\r\n", json) == TooLarge)
        {
            throw new ResponseTooLargeException(json.Length);
        }
    }

    /// <summary>Ends an invocation with an error.</summary>
    public void Fail(string requestId, InvocationError error) => PostError($"invocation/{requestId}/error", "Function.", error);

    /// <summary>Says that there will be no invocations.</summary>
    public void FailInit(InvocationError error) => PostError("init/error", "Runtime.", error);

    public void Dispose() => _connection.Dispose();

    private static SearchValues<byte> RequestIdLetters { get; } =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"u8);

    private void PostError(string path, string typePrefix, InvocationError error)
    {
        var json = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(json, CompactJson.Options))
        {
            error.WriteTo(writer);
        }

        string headers = "Content-Type: application/vnd.aws.lambda.error+json\r\n"
            + $"Lambda-Runtime-Function-Error-Type: {typePrefix}{error.Type}\r\n";
        Post(path, headers, json.WrittenSpan);
    }

    /// <summary>
    /// Of what the Runtime API may answer, only its own failure ends the process: a 4xx means that it has given the
    /// invocation up.
    /// </summary>
    private int Post(string path, string headers, ReadOnlySpan<byte> json)
    {
        _request.ResetWrittenCount();
        string head = $"POST {Version}{path} HTTP/1.1\r\nHost: {_host}\r\n{headers}Content-Length: {json.Length}\r\n\r\n";
        Encoding.ASCII.GetBytes(head, _request);
        bool fits = json.Length <= MaxJoinedLength;
        if (fits)
        {
            _request.Write(json);
        }

        int status = _connection.Exchange(_request.WrittenSpan, fits ? default : json).Head.Status;
        if (status is < 200 or >= 500)
        {
            throw new RuntimeApiException($"The Runtime API answered {status} to an answer.");
        }

        if (status is >= 300 and not TooLarge)
        {
            _logger.Warn($"The Runtime API answered {status} to an answer: it has given the invocation up.");
        }

        return status;
    }

    private Deadline ReadDeadline(HttpResponseHead head)
    {
        ReadOnlySpan<byte> text = head.Header("Lambda-Runtime-Deadline-Ms"u8);
        return Utf8Parser.TryParse(text, out long milliseconds, out int consumed)
            && consumed == text.Length
            && milliseconds is >= 0 and <= 253_402_300_799_999
            ? new Deadline(_clock, DateTimeOffset.FromUnixTimeMilliseconds(milliseconds))
            : throw new RuntimeApiException("The Runtime API sent an event without a deadline.");
    }

    private string ReadFunctionArn(HttpResponseHead head)
    {
        ReadOnlySpan<byte> arn = head.Header("Lambda-Runtime-Invoked-Function-Arn"u8);
        if (!Ascii.Equals(arn, _functionArn))
        {
            _functionArn = Encoding.ASCII.GetString(arn);
        }

        return _functionArn;
    }
}
