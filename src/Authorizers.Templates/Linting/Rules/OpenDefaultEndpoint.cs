namespace Authorizers.Templates.Linting.Rules;

/// <summary>Mutual TLS that can be walked around.</summary>
internal sealed class OpenDefaultEndpoint() : LintRule("default_endpoint_open")
{
    public override IEnumerable<Finding> Examine(LintSubject subject) =>
        from api in subject.Valued.Apis
        where api is { MutualTls: not null, DefaultEndpointDisabled: false }
        select Found(
            api.MutualTls!.Value,
            api.Id,
            $"{api.Id} asks for client certificates at its domain, and answers without one at its execute-api address.",
            "Set DisableExecuteApiEndpoint to true on the API.");
}
