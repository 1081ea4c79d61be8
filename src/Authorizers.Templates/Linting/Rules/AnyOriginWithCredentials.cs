using Authorizers.Templates.Values;

namespace Authorizers.Templates.Linting.Rules;

/// <summary>Any origin together with credentials, which browsers refuse.</summary>
internal sealed class AnyOriginWithCredentials() : LintRule("cors_any_origin_with_credentials")
{
    private const string Prefix = "access-control-";

    public override IEnumerable<Finding> Examine(LintSubject subject) =>
        from resource in subject.Valued.Template.Resources
        where resource.Type.StartsWith("AWS::ApiGateway", StringComparison.Ordinal)
            || resource.Type.StartsWith("AWS::Serverless::", StringComparison.Ordinal)
        from map in TemplateWalk.MapsIn(resource.Properties)
        let origin = Find(map, "alloworigin", "alloworigins", "allow-origin")
        let credentials = Find(map, "allowcredentials", "allow-credentials")
        where origin is not null && credentials is not null && IsAny(origin.Value) && IsTrue(credentials.Value)
        select Found(
            origin.Line,
            resource.Id,
            $"{resource.Id} allows credentials to pages of any origin, and browsers refuse the two together.",
            "Name the origins, or do not allow credentials.");

    /// <summary>Of a setting, or of a header, whose name may have its place before it.</summary>
    private static TemplateMember? Find(TemplateMap map, params string[] names) => map.Members.FirstOrDefault(member =>
    {
        string name = member.Name[(member.Name.LastIndexOf('.') + 1)..].ToLowerInvariant();
        return names.Contains(
            name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name, StringComparer.Ordinal);
    });

    private static bool IsAny(TemplateValue value) => value switch
    {
        TemplateText text => Unquoted(text) == "*",
        TemplateList list => list.Items.Any(IsAny),
        _ => false,
    };

    private static bool IsTrue(TemplateValue value) => value is TemplateText text && Unquoted(text) == "true";

    private static string Unquoted(TemplateText text) => text.Text.Trim().Trim('\'', '"');
}
