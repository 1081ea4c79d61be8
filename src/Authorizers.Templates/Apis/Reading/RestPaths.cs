using Authorizers.Templates.Values;

namespace Authorizers.Templates.Apis.Reading;

/// <summary>The paths of <c>AWS::ApiGateway::Resource</c>s, each under its parent.</summary>
internal sealed class RestPaths(StackResources stack)
{
    private const string Resource = "AWS::ApiGateway::Resource";

    private const string RootAttribute = ".RootResourceId";

    private const int MostParts = 50;

    /// <summary>One that leads out of the template begins with what it leads to, which is noted.</summary>
    public string PathOf(ApiDraft api, TemplateValue? reference, int line)
    {
        var parts = new List<string>();
        string? id = StackResources.Referred(reference);
        while (id is not null && stack[id] is { Type: Resource } resource)
        {
            if (parts.Count == MostParts)
            {
                throw new TemplateException(resource.Line, $"{resource.Id} is under itself, or under more than {MostParts}.");
            }

            parts.Insert(0, PartReader.Text(resource.Properties, "PathPart")?.Text ?? "");
            id = StackResources.Referred(resource.Properties["ParentId"]);
        }

        string path = $"/{string.Join('/', parts)}";
        if (id is not null && id.EndsWith(RootAttribute, StringComparison.Ordinal))
        {
            return path;
        }

        api.Parts.Note(line, $"The path begins at {id ?? "nothing"}, which is no resource of the template.");
        return $"{id}{path}";
    }
}
