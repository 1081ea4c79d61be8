using Authorizers.Core.Decisions.Conditions;
using Authorizers.Core.Events;

namespace Authorizers.Core.Configuration;

/// <summary>Reads <c>before</c> and <c>after</c>, which not every key may be asked for.</summary>
internal static class TimeConditionReader
{
    private const string Now = "now";

    public static TimeCondition? Read(RequestKey key, bool isBefore, ConfigurationNode argument)
    {
        if (!RequestTime.IsNamedBy(key))
        {
            argument.Problem(
                "can be asked of clientCertificate.notBefore, clientCertificate.notAfter and context.requestTimeEpoch alone");
            return null;
        }

        if (!argument.TryText(out string? text))
        {
            return null;
        }

        if (text == Now && RequestTime.IsOfCertificate(key))
        {
            return new TimeCondition(key, isBefore, Limit: null);
        }

        if (InstantText.TryParse(text, out DateTimeOffset limit))
        {
            return new TimeCondition(key, isBefore, limit);
        }

        string others = RequestTime.IsOfCertificate(key) ? ", or now" : "";
        argument.Problem($"must be an instant of RFC 3339, such as 2026-11-20T12:00:00Z{others}");
        return null;
    }
}
