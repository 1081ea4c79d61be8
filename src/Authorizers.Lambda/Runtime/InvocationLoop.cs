using System.Buffers;
using Authorizers.Core;

namespace Authorizers.Lambda.Runtime;

/// <summary>
/// Next event, handler, answer; for ever. A handler that throws costs its invocation and nothing else. It returns only by an
/// exception:
/// <see cref="RuntimeApiException"/>, when there is nobody left to answer to.
/// </summary>
internal sealed class InvocationLoop(RuntimeApi api, IInvocationHandler handler, Shutdown shutdown, LineLogger logger)
{
    /// <summary>In bytes: the largest response that Lambda takes.</summary>
    public const int MaxResponseLength = 6 * 1024 * 1024;

    private const int KeptResponseLength = 64 * 1024;
    private const string TraceVariable = "_X_AMZN_TRACE_ID";

    private ArrayBufferWriter<byte> _response = new(4096);

    public void Run()
    {
        while (true)
        {
            RunOnce();
        }
    }

    internal void RunOnce()
    {
        using LambdaContext context = api.Next(out ReadOnlyMemory<byte> json);
        shutdown.Begin();
        PublishTraceId(context);
        try
        {
            api.Respond(context.AwsRequestId, Handle(json, context));
        }
        catch (Exception e) when (e is not RuntimeApiException)
        {
            Fail(context, e);
        }

        shutdown.End();

        if (_response.Capacity > KeptResponseLength)
        {
            _response = new ArrayBufferWriter<byte>(KeptResponseLength);
        }
    }

    /// <summary>
    /// Where AWS's SDKs look for the trace. The variable belongs to the whole process, so with several loops the context
    /// alone has it.
    /// </summary>
    private static void PublishTraceId(LambdaContext context)
    {
        if (!context.IsConcurrent)
        {
            Environment.SetEnvironmentVariable(TraceVariable, context.TraceId);
        }
    }

    /// <summary>
    /// The loop's thread has nothing to do until the answer is there, so it waits here, for the few that do wait.
    /// </summary>
    private ReadOnlySpan<byte> Handle(ReadOnlyMemory<byte> json, LambdaContext context)
    {
        _response.ResetWrittenCount();
        ValueTask handling = handler.HandleAsync(json, context, _response);
        if (handling.IsCompleted)
        {
            handling.GetAwaiter().GetResult();
        }
        else
        {
            handling.AsTask().GetAwaiter().GetResult();
        }

        return _response.WrittenCount <= MaxResponseLength
            ? _response.WrittenSpan
            : throw new ResponseTooLargeException(_response.WrittenCount);
    }

    private void Fail(LambdaContext context, Exception exception)
    {
        var error = InvocationError.From(exception);
        if (error.Type == "Fault")
        {
            logger.Error($"{error.Message}\n{exception.GetType().FullName}\n{exception.StackTrace}");
        }
        else if (exception is OutageException)
        {
            logger.Warn(error.Message);
        }

        api.Fail(context.AwsRequestId, error);
    }
}
