using Authorizers.Core.Decisions;

namespace Authorizers.Core.Policies.Exactness;

/// <summary>
/// Three routes that no policy can tell apart for someone who may call the outer and the inner but not the refused one: every
/// resource that refuses it refuses calls of the inner route too.
/// </summary>
/// <param name="Outer">Granted; its resource covers calls of the refused route.</param>
/// <param name="Refused">Not granted.</param>
/// <param name="Inner">Granted; possibly the outer one itself.</param>
internal sealed record PolicyClash(RouteRule Outer, RouteRule Refused, RouteRule Inner)
{
    /// <summary>The routes in the order above, each once.</summary>
    public IEnumerable<RouteRule> Routes => new[] { Outer, Refused, Inner }.Distinct();

    /// <summary>The granted routes as a sentence names them.</summary>
    public string Granted => Outer == Inner ? $"\"{Outer.Route}\"" : $"\"{Outer.Route}\" and \"{Inner.Route}\"";

    /// <summary>A sentence for people.</summary>
    public override string ToString() =>
        $"No policy can grant {Granted} and refuse \"{Refused.Route}\": what refuses it refuses calls of \"{Inner.Route}\" too.";
}
