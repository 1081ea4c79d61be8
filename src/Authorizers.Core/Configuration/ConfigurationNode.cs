using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Authorizers.Core.Configuration;

/// <summary>
/// One value of the configuration file and the path to it. Reading a value of the wrong kind adds a problem and yields a harmless
/// default, so that reading goes on to the next problem.
/// </summary>
internal sealed class ConfigurationNode(JsonElement value, string path, ConfigurationScope scope)
{
    public string Path => path;

    public bool IsNull => value.ValueKind == JsonValueKind.Null;

    public bool IsArray => value.ValueKind == JsonValueKind.Array;

    public bool IsEmptyArray => IsArray && value.GetArrayLength() == 0;

    public bool IsObject => value.ValueKind == JsonValueKind.Object;

    public bool IsEmptyObject => IsObject && !value.EnumerateObject().MoveNext();

    public bool ReadsFiles => scope.ReadsFiles;

    public void Problem(string problem) => scope.Problems.Add(path, problem);

    /// <summary>The members by name; every name that is not expected, and every second one, is a problem.</summary>
    public ConfigurationMembers Members(params ReadOnlySpan<string> expected)
    {
        var members = new ConfigurationMembers(path, scope);
        if (value.ValueKind != JsonValueKind.Object)
        {
            Problem("must be an object");
            return members;
        }

        foreach (JsonProperty member in value.EnumerateObject())
        {
            ConfigurationNode node = Child(member);
            if (!expected.Contains(member.Name))
            {
                node.Problem("is not a member of this object");
            }
            else if (!members.TryAdd(member.Name, node))
            {
                node.Problem("stands here twice");
            }
        }

        return members;
    }

    /// <summary>All members, whatever their names.</summary>
    public IEnumerable<KeyValuePair<string, ConfigurationNode>> AnyMembers()
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Problem("must be an object");
            yield break;
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (JsonProperty member in value.EnumerateObject())
        {
            ConfigurationNode node = Child(member);
            if (names.Add(member.Name))
            {
                yield return new(member.Name, node);
            }
            else
            {
                node.Problem("stands here twice");
            }
        }
    }

    public IEnumerable<ConfigurationNode> Items()
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Problem("must be an array");
            yield break;
        }

        int index = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            yield return new ConfigurationNode(item, $"{path}[{index++}]", scope);
        }
    }

    /// <summary>The text with its <c>${NAME}</c> replaced; false, and a problem, when it is none or a name is unset.</summary>
    public bool TryText([NotNullWhen(true)] out string? text)
    {
        text = null;
        if (value.ValueKind != JsonValueKind.String)
        {
            Problem("must be a string");
            return false;
        }

        if (!scope.Variables.TryReplace(value.GetString()!, out text, out string? problem))
        {
            Problem(problem);
            return false;
        }

        if (text.Length == 0)
        {
            Problem("must not be empty");
            return false;
        }

        return true;
    }

    /// <summary>The file of that name, from the configuration file's folder.</summary>
    public string Resolve(string file) => System.IO.Path.Combine(scope.Folder, file);

    public IReadOnlyList<string> Texts()
    {
        List<string> texts = [];
        foreach (ConfigurationNode item in Items())
        {
            if (item.TryText(out string? text))
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    public bool Flag()
    {
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Problem("must be true or false");
        }

        return value.ValueKind == JsonValueKind.True;
    }

    /// <summary>Seconds as a number or digits, or <c>[d.]hh:mm:ss</c>.</summary>
    public TimeSpan Duration(TimeSpan max) => TryDuration(TimeSpan.Zero, max, out TimeSpan duration) ? duration : default;

    /// <summary>The same within bounds; false, and a problem, when it is none.</summary>
    public bool TryDuration(TimeSpan min, TimeSpan max, out TimeSpan duration)
    {
        duration = default;
        string? text = value.ValueKind == JsonValueKind.Number ? value.GetRawText() : null;
        if (text is null && !TryText(out text))
        {
            return false;
        }

        bool good = DurationText.TryParse(text, out duration) && duration >= min && duration <= max;
        if (!good)
        {
            Problem($"must be seconds or [d.]hh:mm:ss, from {(min > TimeSpan.Zero ? $"{min:c}" : "0")} to {max:c}");
        }

        return good;
    }

    /// <summary>False, and a problem, when it is no whole number within the bounds.</summary>
    public bool TryCount(int min, int max, out int count)
    {
        count = default;
        bool good = value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out count) && count >= min && count <= max;
        if (!good)
        {
            Problem(string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {min} to {max}"));
        }

        return good;
    }

    /// <summary>A string as <see cref="TryText"/> reads it, or a number or boolean as its JSON text.</summary>
    public bool TryScalar([NotNullWhen(true)] out string? text)
    {
        if (value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
        {
            text = value.GetRawText();
            return true;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return TryText(out text);
        }

        Problem("must be a string, a number, true or false");
        text = null;
        return false;
    }

    private ConfigurationNode Child(JsonProperty member) =>
        new(member.Value, JsonPath.Member(path, member.Name), scope);
}
