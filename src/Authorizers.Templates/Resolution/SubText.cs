using System.Text;
using Authorizers.Templates.Values;

namespace Authorizers.Templates.Resolution;

/// <summary>
/// <c>Fn::Sub</c>: replaces <c>${Name}</c>, <c>${Resource.Attribute}</c> and names of its own; leaves <c>${!Name}</c>.
/// </summary>
/// <param name="references">What names stand for.</param>
/// <param name="own">Resolved; they go before all others.</param>
/// <param name="budget">Of what may be made.</param>
internal sealed class SubText(References references, TemplateMap? own, Budget budget)
{
    public string Replace(TemplateText template)
    {
        var result = new StringBuilder();
        ReadOnlySpan<char> rest = template.Text;
        for (int at = rest.IndexOf("${"); at >= 0; at = rest.IndexOf("${"))
        {
            result.Append(rest[..at]);
            ReadOnlySpan<char> name = rest[(at + 2)..];
            int end = name.IndexOf('}');
            if (end < 0)
            {
                return result.Append(rest[at..]).ToString();
            }

            string found = name[0] == '!' ? $"${{{name[..end]}}}" : Find(name[..end].Trim().ToString(), template.Line);
            budget.Spend(template.Line, found.Length);
            result.Append(found);
            rest = name[(end + 1)..];
        }

        return result.Append(rest).ToString();
    }

    private string Find(string name, int line) =>
        (own?[name] ?? references.ValueOrAttribute(name, line)) switch
        {
            TemplateText text => text.Text,
            TemplateList list => string.Join(',', list.Items),
            _ => throw new TemplateException(line, $"{name} in Fn::Sub is no text."),
        };
}
