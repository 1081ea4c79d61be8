namespace Authorizers.EndToEnd.Tests.ApiKeys;

/// <summary>What an <see cref="Interloper"/> does to a request.</summary>
internal enum Interference
{
    None,
    Refused,
    AnswerLost,
    AnswerCut,
}
