using Authorizers.Core;
using Authorizers.Core.Configuration;
using Authorizers.Core.Responses;
using Authorizers.Lambda.Runtime;

namespace Authorizers.Lambda.Tests.Runtime;

/// <summary>What can go wrong, with a secret wherever text is not meant to be shown.</summary>
internal static class SampleExceptions
{
    public const string Secret = "eyJhbGciOiJSUzI1NiJ9.c2VjcmV0.c2lnbmF0dXJl";

    private const string TooLarge = "response_too_large: The response has 6291457 bytes, and Lambda takes 6291456.";
    private const string Unwritable = "response_unwritable: The response cannot be written as JSON.";

    /// <summary>Exception, type and message that Lambda is told, by what happened.</summary>
    public static Dictionary<string, (Exception Thrown, string Type, string Message)> All { get; } = new()
    {
        ["no acceptable credential"] = (new UnauthorizedException(), "Unauthorized", "Unauthorized"),
        ["an outage"] =
            (new OutageException("issuer_unreachable", "It is down.", Fault()), "Outage", "issuer_unreachable: It is down."),
        ["a bad event"] = (new InvalidEventException("It is none.", Fault()), "InvalidEvent", "event_invalid: It is none."),
        ["a bad configuration"] =
            (new ConfigurationException(["$.a: 1", "$.b: 2"]), "ConfigurationInvalid", "configuration_invalid: $.a: 1\n$.b: 2"),
        ["too large a response"] = (new ResponseTooLargeException(6_291_457), "ResponseTooLarge", TooLarge),
        ["a response that is no JSON"] = (new ResponseUnwritableException(Fault()), "Fault", Unwritable),
        ["something unforeseen"] =
            (Fault(), "Fault", "fault: An unexpected InvalidOperationException; the function's log says where."),
        ["something unforeseen below something else"] =
            (new AggregateException(Fault()), "Fault", "fault: An unexpected AggregateException; the function's log says where."),
        ["a cancellation"] = (new OperationCanceledException(Secret),
            "Fault", "fault: An unexpected OperationCanceledException; the function's log says where."),
    };

    /// <summary>An exception that nobody foresaw.</summary>
    public static Exception Fault() => new InvalidOperationException($"Cannot read {Secret}.", new FormatException(Secret));
}
