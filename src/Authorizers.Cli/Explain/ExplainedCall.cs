using Authorizers.Cli.Invoke;
using Authorizers.Core.Configuration;

namespace Authorizers.Cli.Explain;

/// <summary>A call, and what can be told of it before the function is asked.</summary>
internal sealed record ExplainedCall
{
    public required Call Call { get; init; }

    public required AuthorizerConfiguration Configuration { get; init; }

    public required EventFacts Event { get; init; }

    public required Attachment Attachment { get; init; }

    /// <summary>Null for every other function, and for what is no handshake.</summary>
    public required Handshake? Handshake { get; init; }

    public bool IsForHandshakes => IsForHandshake(Call);

    public static ExplainedCall Of(
        Call call, AuthorizerConfiguration configuration, EventFacts facts, Attachment attachment)
    {
        return new ExplainedCall
        {
            Call = call,
            Configuration = configuration,
            Event = facts,
            Attachment = attachment,
            Handshake = IsForHandshake(call) ? Handshake.TryRead(configuration, attachment, call.Event) : null,
        };
    }

    private static bool IsForHandshake(Call call) => call.Kind.Events == EventKind.WebSocket;
}
