using System.Globalization;
using System.Text;
using Authorizers.Cli.Tokens;
using Authorizers.Core.Events;

namespace Authorizers.Cli.Policies;

/// <summary>
/// Method ARNs, one a line. All are read before the first is answered, so that a bad one leaves no half of an answer.
/// </summary>
internal sealed class RequestFile(Terminal terminal, FileInfo file)
{
    private const int MaxRequests = 1_000_000;

    /// <summary>Null, and said so, when a line is no method ARN.</summary>
    public async Task<IReadOnlyList<MethodArn>?> ReadAsync(CancellationToken cancel)
    {
        try
        {
            await using FileStream stream = file.OpenRead();
            return await ReadAsync(stream, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Say($"{file.FullName} cannot be read. Is it a file, and yours to read?");
            return null;
        }
    }

    private async Task<IReadOnlyList<MethodArn>?> ReadAsync(Stream stream, CancellationToken cancel)
    {
        List<MethodArn> methods = [];
        await foreach (ReadOnlyMemory<byte>? line in InputLines.ReadAsync(stream, cancel))
        {
            if (methods.Count == MaxRequests)
            {
                terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{file.FullName} has more than {MaxRequests} lines."));
                return null;
            }

            if (line is not { } text || !MethodArn.TryParse(Text(text.Span), out MethodArn? method))
            {
                int number = methods.Count + 1;
                terminal.Say(string.Create(CultureInfo.InvariantCulture, $"Line {number} of {file.FullName} is no method ARN."));
                return null;
            }

            methods.Add(method);
        }

        if (methods.Count == 0)
        {
            terminal.Say($"{file.FullName} holds no method ARN. Give it one a line.");
        }

        return methods.Count == 0 ? null : methods;
    }

    private static string Text(ReadOnlySpan<byte> line) => Encoding.UTF8.GetString(line).TrimEnd('\r');
}
