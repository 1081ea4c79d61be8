namespace Authorizers.EndToEnd.Tests;

/// <summary>What an <see cref="Interloper"/> does to a request.</summary>
internal enum Interference
{
    None,
    Refused,
    RequestLost,
    AnswerLost,
    AnswerCut,
}
