using Authorizers.Templates.Values;

namespace Authorizers.Templates.Apis.Reading;

/// <summary>What the resource of a method or a route asks of its callers.</summary>
internal static class RawSecurity
{
    /// <summary>Null for none: <c>NONE</c> is what CloudFormation has where nobody thought of it.</summary>
    public static RouteSecurity? Of(PartReader parts, TemplateMap properties)
    {
        TemplateText? type = PartReader.Text(properties, "AuthorizationType");
        string? authorizer = StackResources.Referred(properties["AuthorizerId"]);
        if (type is { IsKnown: false })
        {
            parts.Note(type.Line, $"AuthorizationType is {type}, which only a deployment knows.");
            return authorizer is null ? null : RouteSecurity.By(authorizer);
        }

        return type?.Text.ToUpperInvariant() switch
        {
            null or "NONE" => null,
            "AWS_IAM" => RouteSecurity.Iam,
            _ => RouteSecurity.By(authorizer ?? ""),
        };
    }
}
