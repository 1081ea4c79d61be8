using Authorizers.Templates.Values;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Authorizers.Templates.Reading;

/// <summary>Reads YAML: one document, aliases and merged maps (<c>&lt;&lt;</c>) filled in, short functions spelled out.</summary>
internal sealed class YamlTemplate
{
    private const string MergeKey = "<<";

    private const string NoValue = "A value is missing.";

    private const string StandardTag = "tag:yaml.org,2002:";

    private readonly Parser _parser;
    private readonly Dictionary<string, YamlNode> _anchors = new(StringComparer.Ordinal);

    private YamlTemplate(string yaml) => _parser = new Parser(new StringReader(yaml));

    public static TemplateValue Read(string yaml)
    {
        try
        {
            return new YamlTemplate(yaml).ReadDocument();
        }
        catch (YamlException e)
        {
            throw new TemplateException((int)e.Start.Line, $"It is not YAML: {e.Message}");
        }
    }

    private TemplateValue ReadDocument()
    {
        Next<StreamStart>();
        if (Next<ParsingEvent>() is not DocumentStart)
        {
            throw new TemplateException(0, "It is empty.");
        }

        YamlNode root = ReadNode(Next<ParsingEvent>(), 1);
        Next<DocumentEnd>();
        if (Next<ParsingEvent>() is DocumentStart another)
        {
            throw Fault(another, "Another document begins; a template is one.");
        }

        return root.Value;
    }

    private YamlNode ReadNode(ParsingEvent start, int depth)
    {
        if (start is AnchorAlias alias)
        {
            return Bounded(start, depth, FindAnchor(alias));
        }

        NodeEvent node = start as NodeEvent ?? throw Fault(start, NoValue);
        string tag = node.Tag.IsEmpty || node.Tag.IsNonSpecific ? "" : node.Tag.Value;
        bool isFunction = ShortFunction.IsOne(tag);
        if (!isFunction && tag.Length > 0 && !tag.StartsWith(StandardTag, StringComparison.Ordinal))
        {
            throw Fault(start, $"{tag} is no function of CloudFormation.");
        }

        YamlNode read = Bounded(start, depth, ReadUntagged(node, isFunction ? depth + 1 : depth));
        YamlNode whole = isFunction
            ? new YamlNode(ShortFunction.Spell(tag, read.Value), read.Size + 1, read.Height + 1)
            : read;
        if (!node.Anchor.IsEmpty)
        {
            _anchors[node.Anchor.Value] = whole;
        }

        return whole;
    }

    private YamlNode ReadUntagged(NodeEvent start, int depth) => start switch
    {
        MappingStart => ReadMap(start, depth),
        SequenceStart => ReadList(start, depth),
        Scalar scalar => new YamlNode(new TemplateText(LineOf(start), IsNull(scalar) ? "" : scalar.Value), 1, 1),
        _ => throw Fault(start, NoValue),
    };

    private YamlNode ReadMap(NodeEvent start, int depth)
    {
        var members = new MemberList();
        var merged = new List<TemplateMap>();
        (int size, int height) = (1, 0);
        for (ParsingEvent key = Next<ParsingEvent>(); key is not MappingEnd; key = Next<ParsingEvent>())
        {
            if (key is not Scalar name)
            {
                throw Fault(key, "A name is a map, a list or an alias, not a text.");
            }

            YamlNode value = ReadNode(Next<ParsingEvent>(), depth + 1);
            (size, height) = (Sum(size, value.Size), Math.Max(height, value.Height));
            if (name is { Value: MergeKey, Style: ScalarStyle.Plain })
            {
                merged.AddRange(MapsIn(value.Value));
            }
            else
            {
                members.Add(name.Value, LineOf(key), value.Value);
            }
        }

        merged.ForEach(members.Merge);
        return new YamlNode(members.ToMap(LineOf(start)), size, height + 1);
    }

    private YamlNode ReadList(NodeEvent start, int depth)
    {
        var items = new List<TemplateValue>();
        (int size, int height) = (1, 0);
        for (ParsingEvent item = Next<ParsingEvent>(); item is not SequenceEnd; item = Next<ParsingEvent>())
        {
            YamlNode read = ReadNode(item, depth + 1);
            (size, height) = (Sum(size, read.Size), Math.Max(height, read.Height));
            items.Add(read.Value);
        }

        return new YamlNode(new TemplateList(LineOf(start), items), size, height + 1);
    }

    private YamlNode FindAnchor(AnchorAlias alias) =>
        _anchors.TryGetValue(alias.Value.Value, out YamlNode node)
            ? node
            : throw Fault(alias, $"*{alias.Value.Value} is no anchor that was set and closed before.");

    private T Next<T>()
        where T : ParsingEvent =>
        MoveNext() && _parser.Current is T found ? found : throw new TemplateException(0, "It ends too early.");

    /// <summary>The parser has other exceptions too for what is not YAML.</summary>
    private bool MoveNext()
    {
        try
        {
            return _parser.MoveNext();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            throw new TemplateException((int)(_parser.Current?.End.Line ?? 0), "It is not YAML from here on.");
        }
    }

    private static IEnumerable<TemplateMap> MapsIn(TemplateValue value) =>
        value is TemplateList list ? list.Items.Select(item => item.RequireMap(MergeKey)) : [value.RequireMap(MergeKey)];

    private static YamlNode Bounded(ParsingEvent start, int depth, YamlNode node) =>
        depth + node.Height - 1 > TemplateBounds.Depth ? throw Fault(start, $"It is deeper than {TemplateBounds.Depth} values.")
        : node.Size > TemplateBounds.Values ? throw Fault(start, $"It holds more than {TemplateBounds.Values:N0} values.")
        : node;

    private static int Sum(int size, int added) => Math.Min(size + added, TemplateBounds.Values + 1);

    private static bool IsNull(Scalar scalar) =>
        scalar is { Style: ScalarStyle.Plain, Tag.IsEmpty: true, Value: "~" or "null" or "Null" or "NULL" };

    private static int LineOf(ParsingEvent start) => (int)start.Start.Line;

    private static TemplateException Fault(ParsingEvent start, string message) => new(LineOf(start), message);
}
