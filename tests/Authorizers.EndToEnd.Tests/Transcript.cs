using System.Buffers;
using System.Text;

namespace Authorizers.EndToEnd.Tests;

/// <summary>What a process writes to one of its streams, taken as it comes: the process never waits for a reader.</summary>
internal sealed class Transcript
{
    private readonly Lock _gate = new();
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Task _reading;

    public Transcript(Stream source) => _reading = ReadAsync(source);

    /// <summary>All that has come so far.</summary>
    public string Text
    {
        get
        {
            lock (_gate)
            {
                return Encoding.UTF8.GetString(_bytes.WrittenSpan);
            }
        }
    }

    public IReadOnlyList<string> Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// Waits until the stream ends, and not for ever: a process that was left behind, such as a build server, holds it open
    /// and has nothing more to say.
    /// </summary>
    public async Task EndAsync(TimeSpan limit)
    {
        try
        {
            await _reading.WaitAsync(limit);
        }
        catch (TimeoutException)
        {
            // What there is has to do.
        }
    }

    private async Task ReadAsync(Stream source)
    {
        byte[] buffer = new byte[16 * 1024];
        int read;
        while ((read = await source.ReadAsync(buffer)) > 0)
        {
            lock (_gate)
            {
                _bytes.Write(buffer.AsSpan(0, read));
            }
        }
    }
}
