using Authorizers.Cli.Policies;
using Authorizers.Core.Events;
using Authorizers.Core.Policies.Evaluation;

namespace Authorizers.Cli.Explain;

/// <summary>What API Gateway makes of a function's answer or error, beside its own resource policy.</summary>
internal sealed class GatewayView(ApiKind api, ReadPolicy? resourcePolicy, bool crossAccount, ConditionContext context)
{
    private const string Unauthorized = """{"message":"Unauthorized"}""";

    public ApiKind Api => api;

    /// <summary>True, and said so, when a policy asks for a condition key of which nobody said what it is.</summary>
    public bool AsksForKeys(FunctionAnswer answer, PolicyFile files) => files.AsksForKeys(Evaluation(answer));

    /// <summary>Says what is wrong with either policy.</summary>
    public void SayProblems(FunctionAnswer answer, PolicyFile files)
    {
        if (answer.Error is null)
        {
            files.SayProblems(Evaluation(answer));
        }
    }

    public bool IsSimple(FunctionAnswer answer) => Evaluation(answer).Answer is ReadPolicy.Simple;

    public ClientAnswer Decide(FunctionAnswer answer, MethodArn method)
    {
        GatewayAnswer decided = Evaluation(answer).Decide(method);
        bool asked = decided.Decision != PolicyDecision.ExplicitDeny && resourcePolicy is not ReadPolicy.Malformed;
        return answer.Error is null || !asked
            ? new ClientAnswer(decided.Decision, decided.Statements, decided.Status, decided.Body)
            : Fail(answer);
    }

    /// <summary>
    /// What comes of an error that no resource policy forestalls. It is not documented that HTTP APIs know the error for 401.
    /// </summary>
    public ClientAnswer Fail(FunctionAnswer answer) => answer.IsUnauthorized && !api.IsHttp
        ? new ClientAnswer(Decision: null, [], 401, Unauthorized)
        : new ClientAnswer(Decision: null, [], 500, api.Fault);

    /// <summary>An error is no policy, so the resource policy's word alone is left.</summary>
    private GatewayEvaluation Evaluation(FunctionAnswer answer) => new()
    {
        Answer = answer.Error is { } error
            ? new ReadPolicy.Malformed(error.Type)
            : PolicyReader.ReadAnswer(answer.Response.Span, api),
        ResourcePolicy = resourcePolicy,
        CrossAccount = crossAccount,
        Api = api,
        Context = context,
    };
}
