using Authorizers.Templates.Values;

namespace Authorizers.Templates.Apis.Reading;

/// <summary>An event of a SAM function or state machine that is a route of an API.</summary>
/// <param name="Api">The logical id of the API.</param>
/// <param name="Kind">Of the API.</param>
/// <param name="Line">Of its name.</param>
/// <param name="Properties">Empty where it has none.</param>
internal sealed record SamEvent(string Api, ApiKind Kind, int Line, TemplateMap Properties)
{
    public const string ImplicitRest = "ServerlessRestApi";

    public const string ImplicitHttp = "ServerlessHttpApi";

    public static IEnumerable<SamEvent> In(StackResources stack) =>
        from owner in stack.OfType("AWS::Serverless::Function", "AWS::Serverless::StateMachine")
        where owner.Properties["Events"] is not (null or TemplateText { Text: "" })
        from member in owner.Properties["Events"]!.RequireMap("Events").Members
        let read = Read(member)
        where read is not null
        select read;

    private static SamEvent? Read(TemplateMember member)
    {
        TemplateMap map = member.Value.RequireMap($"Event {member.Name}");
        TemplateMap properties = map["Properties"] is { } value and not TemplateText { Text: "" }
            ? value.RequireMap($"Properties of event {member.Name}")
            : new TemplateMap(member.Line, []);
        return PartReader.Text(map, "Type")?.Text switch
        {
            "Api" => Of(ApiKind.Rest, "RestApiId", ImplicitRest),
            "HttpApi" => Of(ApiKind.Http, "ApiId", ImplicitHttp),
            _ => null,
        };

        SamEvent Of(ApiKind kind, string id, string otherwise) =>
            new(StackResources.Referred(properties[id]) ?? otherwise, kind, member.Line, properties);
    }
}
