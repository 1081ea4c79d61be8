using Authorizers.Templates.Values;

namespace Authorizers.Templates.Functions;

/// <summary>A Lambda function of a template, as far as authorizers go.</summary>
internal sealed record DeployedFunction
{
    /// <summary>Its logical id.</summary>
    public required string Id { get; init; }

    /// <summary>Of its logical id.</summary>
    public required int Line { get; init; }

    /// <summary>Such as <c>provided.al2023</c>, or null.</summary>
    public string? Runtime { get; init; }

    /// <summary>Seconds, or null where the template leaves it to Lambda: 3.</summary>
    public TemplateText? Timeout { get; init; }

    /// <summary>Where its code is on this machine; null where it is elsewhere.</summary>
    public string? CodeFolder { get; init; }

    /// <summary>Its environment variables.</summary>
    public IReadOnlyList<FunctionVariable> Variables { get; init; } = [];

    /// <summary>Its <c>authorizer.json</c>; null where none was found, or none that can be read.</summary>
    public AuthorizerFile? Configuration { get; init; }

    /// <summary>Why there is no <see cref="Configuration"/> though the function looks like one of the suite's, or null.</summary>
    public string? ConfigurationProblem { get; init; }

    /// <summary>The value of an environment variable, or null.</summary>
    public string? Variable(string name) =>
        Variables.FirstOrDefault(variable => variable.Name == name)?.Value.Text;
}
