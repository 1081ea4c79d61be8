using Authorizers.Templates.Values;

namespace Authorizers.Templates;

/// <summary>A resource whose condition holds, with its parameters, conditions and functions resolved.</summary>
/// <param name="Id">Its logical id.</param>
/// <param name="Type">Such as <c>AWS::Serverless::Function</c>.</param>
/// <param name="Line">Of its logical id.</param>
/// <param name="Properties">Resolved; empty where it has none. See <see cref="TemplateText"/> for what stays unknown.</param>
/// <param name="Metadata">Resolved, or null.</param>
public sealed record TemplateResource(string Id, string Type, int Line, TemplateMap Properties, TemplateMap? Metadata);
