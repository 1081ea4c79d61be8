using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Authorizers.EndToEnd.Tests.Oracles;

/// <summary>Microsoft's own handler, in this process.</summary>
internal sealed class IdentityModelOracle
{
    private readonly JsonWebTokenHandler _handler = new();
    private readonly TokenValidationParameters _rules;
    private readonly TokenValidationParameters _ownLifetimeRule = new() { ClockSkew = GeneratedIssuer.ClockSkew };

    public IdentityModelOracle(GeneratedIssuer issuer) => _rules = new TokenValidationParameters
    {
        ValidIssuer = GeneratedIssuer.Issuer,
        ValidAudience = GeneratedIssuer.Audience,
        ValidAlgorithms = [.. GeneratedIssuer.Algorithms],
        ClockSkew = GeneratedIssuer.ClockSkew,
        IssuerSigningKeys = new JsonWebKeySet(issuer.KeySetText()).GetSigningKeys(),
        LifetimeValidator = Lives,
    };

    public Opinion Judge(GeneratedToken token)
    {
        try
        {
#pragma warning disable CS0618 // Version 8 would have it awaited; version 6 has nothing to await.
            TokenValidationResult result = _handler.ValidateToken(token.Text, _rules);
#pragma warning restore CS0618
            return result.IsValid ? new Opinion(true, result.ClaimsIdentity.FindFirst("sub")?.Value) : new Opinion(false);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException)
        {
            return new Opinion(false);
        }
    }

    /// <summary>
    /// It knows no clock but the machine's, so dates are moved to the machine's time before its own rule sees them; a tenth of a
    /// second short of the second that they are meant for, so that no answer hangs on how long it takes.
    /// </summary>
    private bool Lives(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters rules)
    {
        TimeSpan later = TimeProvider.System.GetUtcNow() - GeneratedIssuer.Moment - TimeSpan.FromSeconds(0.1);
        Validators.ValidateLifetime(Moved(notBefore), Moved(expires), token, _ownLifetimeRule);
        return true;

        DateTime? Moved(DateTime? date) => date is null ? null : DateTimeUtil.Add(date.Value, later);
    }
}
