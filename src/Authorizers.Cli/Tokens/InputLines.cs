using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;

namespace Authorizers.Cli.Tokens;

/// <summary>The lines of a stream, each as soon as it is there. A line ends with LF; the last one need not.</summary>
internal static class InputLines
{
    /// <summary>Of a line, in bytes; the rest of a longer one is read and forgotten.</summary>
    public const int MaxLength = 65_536;

    /// <summary>Null for a line that is too long; a byte order mark before the first one is no part of it.</summary>
    public static IAsyncEnumerable<ReadOnlyMemory<byte>?> ReadAsync(Stream input, CancellationToken cancel) =>
        ReadAsync(input, MaxLength, cancel);

    /// <summary>The same with another length.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>?> ReadAsync(
        Stream input, int maxLength, [EnumeratorCancellation] CancellationToken cancel)
    {
        PipeReader reader = PipeReader.Create(input, new StreamPipeReaderOptions(leaveOpen: true));
        ReadOnlyMemory<byte> mark = Encoding.UTF8.GetPreamble();
        bool tooLong = false;
        while (true)
        {
            ReadResult read = await reader.ReadAsync(cancel);
            ReadOnlySequence<byte> rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                yield return tooLong ? null : Line(rest.Slice(0, end), maxLength, ref mark);
                tooLong = false;
                rest = rest.Slice(rest.GetPosition(1, end));
            }

            if (read.IsCompleted)
            {
                if (tooLong || !rest.IsEmpty)
                {
                    yield return tooLong ? null : Line(rest, maxLength, ref mark);
                }

                yield break;
            }

            tooLong |= rest.Length > maxLength;
            reader.AdvanceTo(tooLong ? rest.End : rest.Start, rest.End);
        }
    }

    private static ReadOnlyMemory<byte>? Line(ReadOnlySequence<byte> bytes, int maxLength, ref ReadOnlyMemory<byte> mark)
    {
        if (bytes.Length > maxLength)
        {
            return null;
        }

        ReadOnlyMemory<byte> line = bytes.ToArray();
        ReadOnlyMemory<byte> text = !mark.IsEmpty && line.Span.StartsWith(mark.Span) ? line[mark.Length..] : line;
        mark = default;
        return text;
    }
}
