using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Authorizers.Core.Events;

namespace Authorizers.Core.Policies.Evaluation;

/// <summary>
/// A resource of a policy. API, stage, method and path are one field of an ARN, so a wildcard in one of them spills into the
/// next.
/// </summary>
internal sealed class ResourcePattern
{
    private const string Everything = "*";
    private const string ApisOwn = "execute-api:";

    private readonly PolicyText _text;
    private readonly bool _isApisOwn;
    private readonly GlobPattern? _fixed;

    private ResourcePattern(string written, PolicyText text, bool isApisOwn)
    {
        Written = written;
        _text = text;
        _isApisOwn = isApisOwn;
        _fixed = text.Keys.Any() ? null : Bind(ConditionContext.Empty);
    }

    /// <summary>As it stands in the policy.</summary>
    public string Written { get; }

    /// <summary>The condition keys that its variables name.</summary>
    public IEnumerable<string> Keys => _text.Keys;

    /// <summary>False, with what is wrong, for a text that names no resource.</summary>
    public static bool TryParse(
        string text,
        PolicyLanguage language,
        [NotNullWhen(true)] out ResourcePattern? pattern,
        [NotNullWhen(false)] out string? problem)
    {
        pattern = null;
        problem = null;
        bool isApisOwn = language.IsOfApi && text.StartsWith(ApisOwn + "/", StringComparison.Ordinal);
        string glob = isApisOwn ? text[ApisOwn.Length..] : text;
        if (text.Length > language.MaxResourceLength)
        {
            problem = string.Create(CultureInfo.InvariantCulture, $"is longer than {language.MaxResourceLength} characters");
        }
        else if (!PolicyText.TryParse(glob, language.HasVariables, hasWildcards: true, out PolicyText? parsed))
        {
            problem = "holds a ${ that begins no policy variable";
        }
        else if (isApisOwn || text == Everything)
        {
            pattern = new ResourcePattern(text, parsed, isApisOwn);
        }
        else if ((problem = ArnFields.Problem(parsed)) is null)
        {
            pattern = new ResourcePattern(text, ArnFields.Confine(parsed, runsOver: true), isApisOwn);
        }

        return pattern is not null;
    }

    /// <summary>Null when a variable in it has no value: it can then be said neither to match nor not to.</summary>
    public bool? Matches(MethodArn method, ConditionContext context)
    {
        string arn = method.ToString();
        return (_fixed ?? Bind(context)) is not { } pattern ? null
            : _isApisOwn ? pattern.Matches(arn.AsSpan(arn.IndexOf('/')))
            : pattern.Matches(arn, ArnFields.Boundaries);
    }

    private GlobPattern? Bind(ConditionContext context) =>
        _text.Symbols(context) is { } symbols ? new GlobPattern(symbols) : null;
}
