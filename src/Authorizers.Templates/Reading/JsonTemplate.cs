using System.Text;
using System.Text.Json;
using Authorizers.Templates.Values;

namespace Authorizers.Templates.Reading;

/// <summary>Reads JSON, and counts its lines on the way.</summary>
internal ref struct JsonTemplate
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = TemplateBounds.Depth };

    private readonly ReadOnlySpan<byte> _json;

    private Utf8JsonReader _reader;
    private int _line = 1;
    private int _counted;

    private JsonTemplate(ReadOnlySpan<byte> json)
    {
        _json = json;
        _reader = new Utf8JsonReader(json, Options);
    }

    public static TemplateValue Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var template = new JsonTemplate(json);
            template._reader.Read();
            TemplateValue root = template.ReadValue();
            template._reader.Read();
            return root;
        }
        catch (JsonException e)
        {
            string reason = e.Message.Split(" LineNumber: ", 2)[0];
            throw new TemplateException((int)(e.LineNumber ?? -1) + 1, $"It is not JSON: {reason}");
        }
    }

    private TemplateValue ReadValue()
    {
        int line = Line();
        return _reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadMap(line),
            JsonTokenType.StartArray => ReadList(line),
            JsonTokenType.Null => new TemplateText(line, ""),
            JsonTokenType.String => new TemplateText(line, ReadString(line)),
            _ => new TemplateText(line, Encoding.UTF8.GetString(_reader.ValueSpan)),
        };
    }

    private TemplateMap ReadMap(int line)
    {
        var members = new MemberList();
        while (_reader.Read() && _reader.TokenType is JsonTokenType.PropertyName)
        {
            int lineOfName = Line();
            string name = ReadString(lineOfName);
            _reader.Read();
            members.Add(name, lineOfName, ReadValue());
        }

        return members.ToMap(line);
    }

    private TemplateList ReadList(int line)
    {
        var items = new List<TemplateValue>();
        while (_reader.Read() && _reader.TokenType is not JsonTokenType.EndArray)
        {
            items.Add(ReadValue());
        }

        return new TemplateList(line, items);
    }

    private readonly string ReadString(int line)
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new TemplateException(line, "A text holds half of a surrogate pair.");
        }
    }

    private int Line()
    {
        int start = (int)_reader.TokenStartIndex;
        _line += _json[_counted..start].Count((byte)'\n');
        _counted = start;
        return _line;
    }
}
