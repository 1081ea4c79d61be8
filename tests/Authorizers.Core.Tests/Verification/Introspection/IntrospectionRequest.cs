using System.Globalization;
using System.Net;
using System.Text;

namespace Authorizers.Core.Tests.Verification.Introspection;

/// <summary>One request as it came.</summary>
/// <param name="Line">Method, path and version.</param>
/// <param name="Headers">By name, in any case.</param>
/// <param name="Form">The members of the body, decoded; one that stands twice fails the test.</param>
internal sealed record IntrospectionRequest(
    string Line, IReadOnlyDictionary<string, string> Headers, IReadOnlyDictionary<string, string> Form)
{
    public string Token => Form["token"];

    public static async Task<IntrospectionRequest?> ReadAsync(Stream stream, CancellationToken cancel)
    {
        if (await ReadLineAsync(stream, cancel) is not { Length: > 0 } first)
        {
            return null;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await ReadLineAsync(stream, cancel) is { Length: > 0 } line)
        {
            string[] header = line.Split(": ", 2);
            headers.Add(header[0], header[1]);
        }

        byte[] body = new byte[int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, cancel);
        IEnumerable<string[]> members = Encoding.ASCII.GetString(body)
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(member => member.Split('='));
        return new IntrospectionRequest(first, headers, members.ToDictionary(
            member => WebUtility.UrlDecode(member[0]), member => WebUtility.UrlDecode(member[1]), StringComparer.Ordinal));
    }

    private static async Task<string?> ReadLineAsync(Stream stream, CancellationToken cancel)
    {
        List<byte> line = [];
        byte[] next = new byte[1];
        while (await stream.ReadAsync(next, cancel) == 1)
        {
            if (next[0] == '\n')
            {
                return Encoding.ASCII.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(next[0]);
        }

        return null;
    }
}
