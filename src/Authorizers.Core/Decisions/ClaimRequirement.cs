using Authorizers.Core.Verification;

namespace Authorizers.Core.Decisions;

/// <summary>A claim that a principal must have with one of some values.</summary>
/// <param name="Claim">Its name, or the JSON pointer to it.</param>
/// <param name="Values">Any one of them suffices; numbers and booleans by their JSON text.</param>
public sealed record ClaimRequirement(string Claim, IReadOnlyList<string> Values)
{
    internal bool IsMetBy(Principal principal)
    {
        for (int i = 0; i < principal.Claims.Count; i++)
        {
            (string claim, IReadOnlyList<string> held) = principal.Claims[i];
            if (claim == Claim && HasOneOf(held, Values))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when one of the required values is held.</summary>
    internal static bool HasOneOf(IReadOnlyList<string> held, IReadOnlyList<string> required)
    {
        for (int i = 0; i < required.Count; i++)
        {
            if (held.Contains(required[i]))
            {
                return true;
            }
        }

        return false;
    }
}
