using System.Buffers;

namespace Authorizers.Lambda.Runtime;

/// <summary>What the loop calls for each event.</summary>
public interface IInvocationHandler
{
    /// <summary>Writes the response; an exception becomes the invocation's error.</summary>
    /// <param name="json">The event; good until the task completes.</param>
    /// <param name="context">The invocation; good until the task completes.</param>
    /// <param name="response">Takes the response's JSON.</param>
    ValueTask HandleAsync(ReadOnlyMemory<byte> json, LambdaContext context, IBufferWriter<byte> response);
}
