using Authorizers.Core.Decisions;

namespace Authorizers.Core.Policies.Exactness;

/// <summary>
/// Three routes that no policy can tell apart for someone who may call the outer and the inner but not the refused one: every resource
/// that refuses it refuses calls of the inner route too.
/// </summary>
/// <param name="Outer">Granted; its resource covers calls of the refused route.</param>
/// <param name="Refused">Not granted.</param>
/// <param name="Inner">Granted; possibly the outer one itself.</param>
internal sealed record PolicyClash(RouteRule Outer, RouteRule Refused, RouteRule Inner);
