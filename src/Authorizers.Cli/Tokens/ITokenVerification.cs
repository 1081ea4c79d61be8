using Authorizers.Core;
using Authorizers.Core.Credentials;

namespace Authorizers.Cli.Tokens;

/// <summary>How a token is looked at.</summary>
internal interface ITokenVerification
{
    /// <exception cref="OutageException">Nothing can be said of it now.</exception>
    ValueTask<Verdict> VerifyAsync(BearerToken token);
}
