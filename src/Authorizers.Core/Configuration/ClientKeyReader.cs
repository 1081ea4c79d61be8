using Authorizers.Core.Verification.Introspection;

namespace Authorizers.Core.Configuration;

/// <summary>Reads the private key that <c>privateKeyFile</c> names.</summary>
internal static class ClientKeyReader
{
    /// <summary>Null, and a problem, when it is not named or of no use. The file's content is never told.</summary>
    public static ClientKey? Read(ConfigurationMembers members)
    {
        if (members.RequiredText("privateKeyFile") is null
            || members.Path("privateKeyFile") is not { } path
            || !members.TryGet("privateKeyFile", out ConfigurationNode? node))
        {
            return null;
        }

        try
        {
            string pem = File.ReadAllText(path);
            ClientKey? key = (ClientKey?)RsaClientKey.Read(pem) ?? EcdsaClientKey.Read(pem);
            if (key is null)
            {
                node.Problem("names a file without a private key in PEM, not encrypted: "
                    + "RSA of 2,048 to 8,192 bits, or EC on P-256, P-384 or P-521");
            }

            return key;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            node.Problem("names a file that cannot be read");
            return null;
        }
    }
}
