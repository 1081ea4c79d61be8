using System.Buffers;
using System.Text.Json;
using Authorizers.Core;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;

namespace Authorizers.Cli.Explain;

/// <summary>A call that belongs to one route of the table: its literals as they are, its parameters filled.</summary>
internal sealed class SampleCall
{
    /// <summary>Tried in turn: a sibling of the route may be a literal of the same spelling.</summary>
    private static readonly string[] Values = ["sample", "sample-2", "sample-3"];

    private SampleCall(RoutePattern route, MethodArn method, string value) => (Route, Method, Value) = (route, method, value);

    public RoutePattern Route { get; }

    public MethodArn Method { get; }

    /// <summary>The path of the route, as <c>resource</c> in an event has it.</summary>
    public string Resource => RouteKey[(RouteKey.IndexOf(' ') + 1)..];

    public string RouteKey => $"{Route}";

    /// <summary>As <c>pathParameters</c> in an event: null where the route has none.</summary>
    public byte[] Parameters
    {
        get
        {
            RouteSegment[] parameters = [.. Route.Segments.Where(segment => segment.Kind != SegmentKind.Literal)];
            var json = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(json, CompactJson.Options))
            {
                if (parameters.Length == 0)
                {
                    writer.WriteNullValue();
                }
                else
                {
                    writer.WriteStartObject();
                    foreach (RouteSegment parameter in parameters)
                    {
                        writer.WriteString(parameter.Text.Trim('{', '}', '+'), Fill(parameter));
                    }

                    writer.WriteEndObject();
                }
            }

            return json.WrittenSpan.ToArray();
        }
    }

    private string Value { get; }

    /// <summary>Null when other routes take every call that was tried.</summary>
    public static SampleCall? Of(RoutePattern route, RouteTable table, MethodArn called) => (
        from value in Values
        from method in route.Methods.OrderBy(method => method != "GET")
        let call = Of(route, method, called, value)
        where call is not null && table.Find(call.Method)?.Route == route
        select call).FirstOrDefault();

    private static SampleCall? Of(RoutePattern route, string method, MethodArn called, string value)
    {
        string path = string.Join('/', route.Segments.Select(segment => Fill(segment, value)));
        string target = route.IsRouteKey ? $"{route}" : $"{method}/{path}";
        return MethodArn.TryParse($"{called.StageArn}/{target}", out MethodArn? arn) ? new SampleCall(route, arn, value) : null;
    }

    private static string Fill(RouteSegment segment, string value) => segment.Kind switch
    {
        SegmentKind.Literal => segment.Text,
        SegmentKind.Greedy => $"{value}/{value}",
        _ => value,
    };

    private string Fill(RouteSegment segment) => Fill(segment, Value);
}
