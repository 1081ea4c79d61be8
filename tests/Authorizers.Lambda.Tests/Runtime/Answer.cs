namespace Authorizers.Lambda.Tests.Runtime;

/// <summary>What a Runtime API answers.</summary>
internal static class Answer
{
    public const string Accepted = "HTTP/1.1 202 Accepted\r\nContent-Length: 15\r\n\r\n{\"status\":\"OK\"}";

    /// <summary>Accepted, and the connection is over.</summary>
    public const string AcceptedLast = "HTTP/1.1 202 Accepted\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

    /// <summary>The first bytes of an answer.</summary>
    public const string Part = "HTTP/1.1 202 Accepted\r\nContent-Length: 15\r\n\r\n{\"stat";

    public static string Status(int status) => $"HTTP/1.1 {status} Status\r\nContent-Length: 0\r\n\r\n";

    /// <summary>An event with just the headers that every event has.</summary>
    public static string Event(string requestId = The.RequestId, string json = "{}") =>
        EventWith($"Lambda-Runtime-Aws-Request-Id: {requestId}\r\nLambda-Runtime-Deadline-Ms: {The.DeadlineMs}\r\n", json);

    /// <summary>An event with these headers alone.</summary>
    public static string EventWith(string headers, string json = "{}") =>
        $"HTTP/1.1 200 OK\r\n{headers}Content-Length: {json.Length}\r\n\r\n{json}";
}
