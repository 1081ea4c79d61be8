namespace Authorizers.Templates.Apis.Reading;

/// <summary>Routes and authorizers of APIs that the template does not have.</summary>
internal sealed class StrayParts(StackResources stack)
{
    public IEnumerable<TemplateNote> Notes() => Events().Concat(Resources());

    private IEnumerable<TemplateNote> Events() =>
        from given in SamEvent.In(stack)
        where given.Api is not (SamEvent.ImplicitRest or SamEvent.ImplicitHttp) && !IsApi(given.Api)
        select new TemplateNote(given.Line, $"The event is of {given.Api}, which is no API of the template: it is not seen.");

    private IEnumerable<TemplateNote> Resources() =>
        from part in stack.OfType(
            "AWS::ApiGateway::Method",
            "AWS::ApiGateway::Authorizer",
            "AWS::ApiGateway::GatewayResponse",
            "AWS::ApiGatewayV2::Route",
            "AWS::ApiGatewayV2::Authorizer")
        let api = StackResources.Referred(part.Properties["RestApiId"] ?? part.Properties["ApiId"]) ?? "nothing"
        where api is not (SamEvent.ImplicitRest or SamEvent.ImplicitHttp) && !IsApi(api)
        select new TemplateNote(part.Line, $"{part.Id} is of {api}, which is no API of the template: it is not seen.");

    private bool IsApi(string id) =>
        stack[id]?.Type is SamTypes.Api or SamTypes.HttpApi or SamTypes.WebSocketApi
            or "AWS::ApiGateway::RestApi" or "AWS::ApiGatewayV2::Api";
}
