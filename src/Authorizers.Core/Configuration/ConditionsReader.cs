using Authorizers.Core.Decisions;
using Authorizers.Core.Decisions.Conditions;
using Authorizers.Core.Events;

namespace Authorizers.Core.Configuration;

/// <summary>Reads what is asked of one value: an object of operators, all of which must hold.</summary>
internal static class ConditionsReader
{
    private const string NoValue = "must name at least one value";

    private static readonly string[] Operators = ["equals", "in", "prefix", "present", "cidr", "before", "after"];

    public static IEnumerable<RequestCondition> Read(RequestKey key, ConfigurationNode node)
    {
        ConfigurationMembers members = node.Members(Operators);
        string[] asked = Array.FindAll(Operators, name => members.TryGet(name, out _));
        if (asked.Length == 0 && node.IsObject)
        {
            node.Problem($"must ask for something by {string.Join(", ", Operators)}");
        }

        foreach (string name in asked)
        {
            if (members.TryGet(name, out ConfigurationNode? argument) && Read(key, name, argument) is { } condition)
            {
                if (condition is AbsentCondition && asked.Length > 1)
                {
                    argument.Problem("asks for no value, and the other operators for one");
                }

                yield return condition;
            }
        }
    }

    private static RequestCondition? Read(RequestKey key, string name, ConfigurationNode argument) => name switch
    {
        "equals" => ReadEquals(key, argument),
        "in" => ReadIn(key, argument),
        "prefix" => ReadPrefix(key, argument),
        "present" => argument.Flag() ? new PresentCondition(key) : new AbsentCondition(key),
        "cidr" => ReadRanges(key, argument),
        _ => TimeConditionReader.Read(key, name == "before", argument),
    };

    private static OneOfCondition? ReadEquals(RequestKey key, ConfigurationNode argument) =>
        argument.TryText(out string? text) && IsComparable(key, text, argument) ? new OneOfCondition(key, [text]) : null;

    private static OneOfCondition? ReadIn(RequestKey key, ConfigurationNode argument)
    {
        List<string> texts = [];
        foreach (ConfigurationNode item in argument.Items())
        {
            if (item.TryText(out string? text) && IsComparable(key, text, item))
            {
                texts.Add(text);
            }
        }

        return IsNotEmpty(argument) ? new OneOfCondition(key, texts) : null;
    }

    private static PrefixCondition? ReadPrefix(RequestKey key, ConfigurationNode argument)
    {
        if (!argument.TryText(out string? prefix))
        {
            return null;
        }

        if (Thumbprint.IsNamedBy(key) && !Thumbprint.IsBeginning(prefix))
        {
            argument.Problem("must be hexadecimal digits, at most 64; case and colons do not matter");
        }

        return new PrefixCondition(key, prefix);
    }

    private static AddressCondition? ReadRanges(RequestKey key, ConfigurationNode argument)
    {
        List<NetworkRange> ranges = [];
        foreach (ConfigurationNode item in argument.IsArray ? argument.Items() : [argument])
        {
            if (!item.TryText(out string? text))
            {
                continue;
            }

            if (NetworkRange.TryParse(text, out NetworkRange? range))
            {
                ranges.Add(range);
            }
            else
            {
                item.Problem("must be an IPv4 or IPv6 address or a range of them, such as 203.0.113.0/24");
            }
        }

        return IsNotEmpty(argument) ? new AddressCondition(key, ranges) : null;
    }

    private static bool IsNotEmpty(ConfigurationNode argument)
    {
        if (argument.IsEmptyArray)
        {
            argument.Problem(NoValue);
        }

        return !argument.IsEmptyArray;
    }

    private static bool IsComparable(RequestKey key, string text, ConfigurationNode argument)
    {
        bool good = !Thumbprint.IsNamedBy(key) || Thumbprint.IsWhole(text);
        if (!good)
        {
            argument.Problem("must be a SHA-256 in 64 hexadecimal digits; case and colons do not matter");
        }

        return good;
    }
}
