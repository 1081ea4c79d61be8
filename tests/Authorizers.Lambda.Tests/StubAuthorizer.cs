using Authorizers.Core;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;

namespace Authorizers.Lambda.Tests;

/// <summary>An authorizer made of functions.</summary>
internal sealed class StubAuthorizer(Func<AuthorizerRequest, Deadline, Decision> decide) : IAuthorizer
{
    /// <summary>What it does during INIT; nothing unless told.</summary>
    public Func<Deadline, Task> Prepare { get; init; } = _ => Task.CompletedTask;

    public static StubAuthorizer Deciding(Decision decision) => new((_, _) => decision);

    public static StubAuthorizer Throwing(Exception exception) => new((_, _) => throw exception);

    public Task PrepareAsync(Deadline deadline) => Prepare(deadline);

    /// <summary>Decides, or fails, on another thread, as whoever waits for an issuer does.</summary>
    public async ValueTask<Decision> DecideAsync(AuthorizerRequest request, Deadline deadline)
    {
        await Task.Yield();
        return decide(request, deadline);
    }
}
