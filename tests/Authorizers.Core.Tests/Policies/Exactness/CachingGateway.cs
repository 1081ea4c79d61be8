using Authorizers.Core.Events;
using Authorizers.Core.Policies.Evaluation;

namespace Authorizers.Core.Tests.Policies.Exactness;

/// <summary>
/// API Gateway in small: it asks the authorizer once for a token and applies the answer to whatever the token calls next.
/// </summary>
/// <param name="authorizer">Its answer to a token and a method.</param>
internal sealed class CachingGateway(Func<string, MethodArn, byte[]> authorizer)
{
    private readonly Dictionary<string, ReadPolicy> _answers = new(StringComparer.Ordinal);

    /// <summary>How often the authorizer was asked.</summary>
    public int Asked => _answers.Count;

    /// <summary>What the client gets.</summary>
    public int Status(string token, MethodArn method)
    {
        if (!_answers.TryGetValue(token, out ReadPolicy? answer))
        {
            answer = PolicyReader.ReadAnswer(authorizer(token, method), ApiKind.Rest);
            _answers.Add(token, answer);
        }

        return new GatewayEvaluation { Answer = answer }.Decide(method).Status;
    }
}
