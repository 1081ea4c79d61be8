using System.Collections.Concurrent;
using System.Net;
using Microsoft.IdentityModel.Protocols;

namespace Authorizers.Core.Tests;

/// <summary>
/// Documents by address. Whoever asks for another one has made a mistake, and the test fails. As the real one does, it makes an
/// outage of a cancellation.
/// </summary>
internal sealed class FakeDocuments : IDocumentRetriever
{
    private readonly ConcurrentDictionary<string, Func<Task<string>>> _answers = new(StringComparer.Ordinal);

    /// <summary>Every address asked for, in order.</summary>
    public List<string> Asked { get; } = [];

    public void Serve(string address, string text) => _answers[address] = () => Task.FromResult(text);

    /// <summary>Answers with the same text as it was at the time of the question, but a little later and on another thread.</summary>
    public void ServeLater(string address, string text) => _answers[address] = async () =>
    {
        await Task.Yield();
        return text;
    };

    public void Fail(string address) =>
        _answers[address] = () => Task.FromException<string>(OutageException.IssuerUnreachable($"{address} is down."));

    /// <summary>The address answers that there is no such document.</summary>
    public void Lose(string address) =>
        _answers[address] = () => Task.FromException<string>(OutageException.IssuerUnreachable(
            $"{address} answered 404.", new HttpRequestException(null, null, HttpStatusCode.NotFound)));

    /// <summary>Leaves whoever asks waiting until the source is completed.</summary>
    public TaskCompletionSource<string> Hold(string address)
    {
        var answer = new TaskCompletionSource<string>();
        _answers[address] = () => answer.Task;
        return answer;
    }

    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        lock (Asked)
        {
            Asked.Add(address);
        }

        if (!_answers.TryGetValue(address, out Func<Task<string>>? answer))
        {
            throw new InvalidOperationException($"Nobody expected a request for {address}.");
        }

        try
        {
            return await answer().WaitAsync(cancel);
        }
        catch (OperationCanceledException e)
        {
            throw OutageException.IssuerUnreachable($"{address} did not answer in time.", e);
        }
    }
}
