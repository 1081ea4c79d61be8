using Authorizers.Cli.RuntimeApi;

namespace Authorizers.EndToEnd.Tests;

public sealed class RuntimeApiServerTests
{
    [Fact]
    public async Task An_invocation_that_no_function_takes_ends_when_it_is_cancelled()
    {
        await using RuntimeApiServer server = await RuntimeApiServer.StartAsync();
        using var cancel = new CancellationTokenSource();
        Task<InvocationAnswer> answer = server.InvokeAsync(
            new RuntimeApiInvocation("1", [], The.FunctionArn, The.TraceId, TimeSpan.FromMinutes(1)), cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer.WaitAsync(TimeSpan.FromSeconds(30)));
    }
}
