using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Authorizers.Core.Events;

/// <summary>
/// What the caller wants to invoke: <c>arn:{partition}:execute-api:{region}:{account}:{api}/{stage}/{route}</c>, the route being
/// <c>GET/orders/7</c> (<c>GET/</c> for the root) or a WebSocket route key such as <c>$connect</c>. A path may hold <c>:</c> and
/// <c>/</c>, so the ARN is cut five times at <c>:</c> and then twice at <c>/</c>, never more.
/// </summary>
public sealed class MethodArn : IEquatable<MethodArn>
{
    /// <summary>In UTF-8 bytes. API Gateway answers a longer one with 414 and never asks the authorizer.</summary>
    public const int MaxLength = 1600;

    private readonly string _text;
    private readonly int _routeStart;

    private MethodArn(string text, int routeStart) => (_text, _routeStart) = (text, routeStart);

    /// <summary>Everything up to the stage, without a slash after it: the prefix of every resource in a policy.</summary>
    public ReadOnlySpan<char> StageArn => _text.AsSpan(0, _routeStart - 1);

    /// <summary>For example <c>aws</c>, <c>aws-cn</c> or <c>aws-us-gov</c>.</summary>
    public string Partition => _text.Split(':', 3)[1];

    /// <summary>For example <c>eu-west-1</c>.</summary>
    public string Region => _text.Split(':', 5)[3];

    /// <summary>Twelve digits.</summary>
    public string AccountId => _text.Split(':', 6)[4];

    /// <summary>The API's id, for example <c>a1b2c3d4e5</c>.</summary>
    public ReadOnlySpan<char> ApiId => Target[..Target.IndexOf('/')];

    /// <summary>The stage's name; <c>$default</c> is one of them.</summary>
    public ReadOnlySpan<char> Stage => StageArn[(StageArn.LastIndexOf('/') + 1)..];

    /// <summary>The HTTP method in capitals; for a WebSocket API, the route key.</summary>
    public ReadOnlySpan<char> HttpMethod => Route[..MethodLength];

    /// <summary>
    /// The path called, as the client spelled it, without its leading slash; empty for the root and for WebSocket route
    /// keys.
    /// </summary>
    public ReadOnlySpan<char> Path => MethodLength == Route.Length ? [] : Route[(MethodLength + 1)..];

    private ReadOnlySpan<char> Route => _text.AsSpan(_routeStart);

    private ReadOnlySpan<char> Target => _text.AsSpan(_text.LastIndexOf(':', _routeStart - 1) + 1);

    private int MethodLength => Route.IndexOf('/') is >= 0 and var length ? length : Route.Length;

    /// <summary>False unless the text is an ARN of the shape above, at most <see cref="MaxLength"/> bytes long.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out MethodArn? arn)
    {
        arn = null;
        if (text is null || Encoding.UTF8.GetByteCount(text) > MaxLength)
        {
            return false;
        }

        ReadOnlySpan<char> all = text;
        Span<Range> part = stackalloc Range[6];
        Span<Range> piece = stackalloc Range[3];
        if (all.Split(part, ':') != 6 || all[part[5]].Split(piece, '/') != 3)
        {
            return false;
        }

        ReadOnlySpan<char> target = all[part[5]];
        bool wellFormed = all[part[0]] is "arn" && all[part[2]] is "execute-api"
            && Arn.IsPartition(all[part[1]]) && Arn.IsRegion(all[part[3]]) && Arn.IsAccountId(all[part[4]])
            && Arn.IsApiId(target[piece[0]]) && Arn.IsStage(target[piece[1]]) && target[piece[2]] is [not '/', ..];
        if (wellFormed)
        {
            arn = new MethodArn(text, part[5].Start.Value + piece[2].Start.Value);
        }

        return wellFormed;
    }

    /// <summary>The text it was parsed from, byte for byte.</summary>
    public override string ToString() => _text;

    /// <inheritdoc/>
    public bool Equals(MethodArn? other) => other is not null && _text == other._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MethodArn);

    /// <inheritdoc/>
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);
}
