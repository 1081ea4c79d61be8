namespace Authorizers.Core.Configuration;

/// <summary>Says at start what is allowed of credentials and unwise, or of no use.</summary>
public static class CredentialWarnings
{
    /// <summary>Warns of API keys on their own, and of sections without a use.</summary>
    /// <param name="configuration">From <see cref="ConfigurationFile.Load"/>.</param>
    /// <param name="warn">Takes a line for the operator.</param>
    public static void Examine(AuthorizerConfiguration configuration, Action<string> warn)
    {
        foreach (string section in configuration.Unused)
        {
            warn($"$.{section}: is not used: {WhyNot(section, configuration.Credentials)}");
        }

        if (configuration.Credentials.TakesKeyAlone)
        {
            warn("$.credentials: an API key suffices. It says which client calls, not who; it is copied into scripts, seldom "
                + "replaced, and good for whoever finds it. Ask for a bearer token too, with allOf, where more than metering "
                + "depends on it.");
        }
    }

    private static string WhyNot(string section, RequiredCredentials credentials) => section switch
    {
        "webSocket" => "it is for the WebSocket authorizer.",
        "ticket" => "tickets are not asked for. The WebSocket authorizer takes them, where credentials names them or is left out.",
        "apiKey" when credentials.Ticket => "API keys are not asked for. The API-key authorizer takes them.",
        _ when credentials.Ticket => "tickets alone are asked for. For both, set credentials to "
            + "{ \"anyOf\": [\"ticket\", \"bearer\"] }.",
        _ => $"{(credentials.Bearer ? "bearer tokens" : "API keys")} alone are asked for. For both, set credentials to "
            + "{ \"allOf\": [\"apiKey\", \"bearer\"] } at the API-key authorizer.",
    };
}
