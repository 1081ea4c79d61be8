using System.Buffers;
using Authorizers.Lambda.Runtime;

namespace Authorizers.Lambda.Tests.Runtime;

/// <summary>A handler made of a function.</summary>
/// <param name="handle">Gets the event, one letter a byte.</param>
internal sealed class StubHandler(Func<string, LambdaContext, IBufferWriter<byte>, ValueTask> handle) : IInvocationHandler
{
    /// <summary>Answers what it was asked.</summary>
    public static StubHandler Echo { get; } = Writing(json => json);

    /// <summary>Answers what the function makes of the event; its exception is the handler's.</summary>
    public static StubHandler Writing(Func<string, string> answer) => new((json, _, response) =>
    {
        response.Write(Wire.Bytes(answer(json)));
        return ValueTask.CompletedTask;
    });

    /// <summary>Fails when the event asks for it, and otherwise answers what it was asked.</summary>
    public static StubHandler Throwing(Exception exception) => Writing(json => json == "\"fail\"" ? throw exception : json);

    public ValueTask HandleAsync(ReadOnlyMemory<byte> json, LambdaContext context, IBufferWriter<byte> response) =>
        handle(Wire.Text(json.Span), context, response);
}
