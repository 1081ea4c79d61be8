using Authorizers.Templates.Values;

namespace Authorizers.Templates.Apis.Reading;

/// <summary>The definition that the resource of an API has in itself or names.</summary>
internal static class RawDefinition
{
    private const string Link = "BodyS3Location";

    public static TemplateMap? Read(ApiDraft api, LinkedDefinition linked)
    {
        TemplateMap properties = api.Resource.Properties;
        return api.Parts.Map(properties, "Body")
            ?? (properties[Link] is { } link ? linked.Read(api.Parts, link, Link) : null);
    }
}
