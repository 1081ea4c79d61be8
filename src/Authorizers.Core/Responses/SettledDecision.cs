using Authorizers.Core.Decisions;

namespace Authorizers.Core.Responses;

/// <summary>A decision and how API Gateway hears it.</summary>
/// <param name="Decision">For the record: refused where what was decided cannot be said.</param>
/// <param name="Response">Null for a 401 that is said by failing with <see cref="UnauthorizedException"/>.</param>
public sealed record SettledDecision(Decision Decision, AuthorizerResponse? Response);
