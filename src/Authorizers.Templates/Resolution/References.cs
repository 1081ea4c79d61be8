using Authorizers.Templates.Values;

namespace Authorizers.Templates.Resolution;

/// <summary>What names in a template stand for.</summary>
internal sealed class References
{
    public const string NoValue = "AWS::NoValue";

    private const string GeneratedPrefix = "Serverless";

    private static readonly HashSet<string> PseudoParameters = new(StringComparer.Ordinal)
    {
        "AWS::AccountId", "AWS::NotificationARNs", NoValue, "AWS::Partition", "AWS::Region", "AWS::StackId", "AWS::StackName",
        "AWS::URLSuffix",
    };

    private readonly Dictionary<string, TemplateParameter> _parameters;
    private readonly HashSet<string> _resources;
    private readonly TemplateValuation _valuation;
    private readonly bool _hasGenerated;
    private readonly bool _hasMacros;

    public References(Template template, TemplateValuation valuation)
    {
        _parameters = template.Parameters.ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);
        _resources = template.Resources.Members.Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
        _valuation = valuation;
        _hasGenerated = template.IsSam;
        _hasMacros = template.Transforms.Any(name => !name.StartsWith("AWS::", StringComparison.Ordinal));
        foreach ((string name, string value) in valuation.Parameters)
        {
            RequireTaken(name, value);
        }
    }

    /// <summary>Null for <c>AWS::NoValue</c>.</summary>
    public TemplateValue? Value(string name, int line)
    {
        if (name == NoValue)
        {
            return null;
        }

        if (PseudoParameters.Contains(name))
        {
            string? given = _valuation.Parameters.GetValueOrDefault(name);
            return new TemplateText(line, given is null ? UnknownNames.Text(name) : UnknownNames.Literal(given));
        }

        if (_parameters.TryGetValue(name, out TemplateParameter? parameter))
        {
            return ValueOf(parameter, line);
        }

        return IsResource(name) ? new TemplateText(line, UnknownNames.Text(name)) : throw Missing(name, line);
    }

    public TemplateText Attribute(string resource, string attribute, int line) =>
        IsResource(resource)
            ? new TemplateText(line, UnknownNames.Text($"{resource}.{attribute}"))
            : throw new TemplateException(line, $"{resource}.{attribute} is of no resource of the template.");

    /// <summary>A name within a text, of a value or an attribute.</summary>
    public TemplateValue? ValueOrAttribute(string name, int line) =>
        !_parameters.ContainsKey(name) && name.Split('.', 2) is [string resource, string attribute]
            ? Attribute(resource, attribute, line)
            : Value(name, line);

    private TemplateValue ValueOf(TemplateParameter parameter, int line)
    {
        string? fallback = _valuation.Symbolic || parameter.IsElsewhere ? null : parameter.Default;
        string? value = _valuation.Parameters.GetValueOrDefault(parameter.Name) ?? fallback;
        return value is null ? new TemplateText(line, UnknownNames.Text(parameter.Name))
            : parameter.IsList ? new TemplateList(line, [.. value.Split(',').Select(item => Known(item.Trim(), line))])
            : Known(value, line);
    }

    private static TemplateText Known(string text, int line) => new(line, UnknownNames.Literal(text));

    /// <summary>SAM makes resources whose ids begin with those that they are made for; what a macro makes nobody knows.</summary>
    private bool IsResource(string name) =>
        _resources.Contains(name) || _hasMacros || (_hasGenerated && IsGenerated(name));

    private bool IsGenerated(string name) =>
        name.StartsWith(GeneratedPrefix, StringComparison.Ordinal)
        || Enumerable.Range(1, Math.Max(name.Length - 1, 0)).Any(length => _resources.Contains(name[..length]));

    private void RequireTaken(string name, string value)
    {
        if (PseudoParameters.Contains(name))
        {
            return;
        }

        if (!_parameters.TryGetValue(name, out TemplateParameter? parameter))
        {
            throw new TemplateException(0, $"It has no parameter {name}.");
        }

        if (parameter.AllowedValues.Count > 0 && !parameter.AllowedValues.Contains(value, StringComparer.Ordinal))
        {
            throw new TemplateException(
                parameter.Line, $"Parameter {name} takes {string.Join(", ", parameter.AllowedValues)}, not what is given.");
        }
    }

    private static TemplateException Missing(string name, int line) =>
        name.StartsWith("AWS::", StringComparison.Ordinal)
            ? new(line, $"{name} is no pseudo parameter of CloudFormation.")
            : new(line, $"{name} is no parameter and no resource of the template.");
}
