using Authorizers.Templates.Apis.Reading;
using Authorizers.Templates.Values;

namespace Authorizers.Templates.Apis;

/// <summary>Finds the APIs of a template, however they are written.</summary>
public static class ApiDefinitions
{
    /// <summary>All of them, in the order of the template; SAM's implicit ones come last.</summary>
    /// <param name="template">With its functions resolved.</param>
    /// <param name="folder">That of the template, which the names of definitions in files of their own start from.</param>
    /// <exception cref="TemplateException">A part has a shape that it cannot have.</exception>
    public static IReadOnlyList<ApiDefinition> Of(ResolvedTemplate template, string folder)
    {
        var stack = new StackResources(template);
        var linked = new LinkedDefinition(folder);
        var rest = new RestApiResources(stack, linked);
        var http = new HttpApiResources(stack, linked);
        var sam = new SamApi(stack, linked);
        var webSocket = new SamWebSocketApi(stack);
        var domains = new CustomDomains(stack);
        ILookup<string, SamEvent> events = SamEvent.In(stack).ToLookup(given => given.Api, StringComparer.Ordinal);

        return [.. template.Resources.Concat(Implicit(stack, events)).Select(Read).OfType<ApiDefinition>()];

        ApiDefinition? Read(TemplateResource resource)
        {
            ApiDraft? api = resource.Type switch
            {
                SamTypes.Api => sam.Read(resource, ApiKind.Rest, events[resource.Id]),
                SamTypes.HttpApi => sam.Read(resource, ApiKind.Http, events[resource.Id]),
                SamTypes.WebSocketApi => webSocket.Read(resource),
                "AWS::ApiGateway::RestApi" => rest.Begin(resource),
                "AWS::ApiGatewayV2::Api" => http.Begin(resource),
                _ => null,
            };
            if (api is null)
            {
                return null;
            }

            rest.AddParts(api);
            http.AddParts(api);
            api.MutualTls ??= domains.LineFor(resource.Id);
            return api.Finish();
        }
    }

    /// <summary>What names an API that the template does not have, so that it is in none of the definitions.</summary>
    /// <exception cref="TemplateException">A part has a shape that it cannot have.</exception>
    public static IReadOnlyList<TemplateNote> StraysOf(ResolvedTemplate template) =>
        [.. new StrayParts(new StackResources(template)).Notes().OrderBy(note => note.Line)];

    /// <summary>The APIs that SAM makes for events that name none.</summary>
    private static IEnumerable<TemplateResource> Implicit(StackResources stack, ILookup<string, SamEvent> events) =>
        from api in ((string Id, string Type)[])[(SamEvent.ImplicitRest, SamTypes.Api), (SamEvent.ImplicitHttp, SamTypes.HttpApi)]
        where events.Contains(api.Id) && stack[api.Id] is null
        let line = events[api.Id].First().Line
        let properties = stack.Globals[api.Type[SamTypes.Prefix.Length..]] as TemplateMap ?? new TemplateMap(line, [])
        select new TemplateResource(api.Id, api.Type, line, properties, null);
}
