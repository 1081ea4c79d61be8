using System.Buffers;
using System.Text;
using System.Text.Json;
using Authorizers.Core;
using Authorizers.Core.Credentials;
using Authorizers.Core.Verification.ApiKeys;

namespace Authorizers.Cli.Keys;

/// <summary>A key that was made here, and its record. Nowhere else is there a secret to show.</summary>
internal sealed class NewKey
{
    private readonly ApiKey _key;

    private NewKey(ApiKey key, ApiKeyRecord record) => (_key, Record) = (key, record);

    public ApiKeyRecord Record { get; }

    /// <param name="table">Its prefix and pepper are the key's.</param>
    /// <param name="prefix">Where there is no configuration.</param>
    /// <param name="rights">Everything but id, digest and pepper.</param>
    public static NewKey Create(KeyTable table, string? prefix, ApiKeyRecord rights)
    {
        ApiKey key = table.CreateKey(prefix);
        string? pepper = table.Digests.Current;
        return new NewKey(key, rights with { Id = key.Id, Digest = table.Digests.Of(key, pepper), Pepper = pepper });
    }

    /// <summary>Gives the key to whoever asked for it: the only place that prints a secret.</summary>
    public int Show(Terminal terminal, bool asJson, DateTimeOffset now)
    {
        try
        {
            terminal.WriteData(asJson ? Json() : Encoding.ASCII.GetBytes(_key.Reveal()));
        }
        catch (IOException)
        {
            terminal.Say($"API key {Record.Id} was made and could not be printed. Nobody has it now: revoke it.");
            return ExitCode.Failed;
        }

        terminal.Say($"""
            API key {Record.Id} of {Record.Principal}, {RecordText.Lifetime(Record, now)}.
            This is the only time that the key is shown.
            """);
        return ExitCode.Done;
    }

    /// <summary>The id.</summary>
    public override string ToString() => Record.Id;

    private ReadOnlySpan<byte> Json()
    {
        var line = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(line, CompactJson.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("key", _key.Reveal());
            writer.WritePropertyName("record");
            ApiKeyRecordJson.Write(writer, Record);
            writer.WriteEndObject();
        }

        return line.WrittenSpan;
    }
}
