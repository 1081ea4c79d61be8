using System.Runtime.InteropServices;

namespace Authorizers.Core.Decisions;

/// <summary>The route of an API that a route key names.</summary>
/// <param name="Route">Null when the key is no route that a table can name.</param>
/// <param name="Rule">Of the same route, though the names in braces may differ; null where the table has none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ChosenRoute(RoutePattern? Route, RouteRule? Rule);
