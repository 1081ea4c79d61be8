using Authorizers.Templates.Values;

namespace Authorizers.Templates.Apis.Reading;

/// <summary>Reads what stands under <c>Authorizers</c> in the <c>Auth</c> of a SAM API.</summary>
internal sealed class SamAuthorizer(ApiDraft api, StackResources stack)
{
    private const string Authorization = "Authorization";

    public void Read(TemplateMember member)
    {
        TemplateMap map = member.Value.RequireMap($"Authorizer {member.Name}");
        TemplateMap identity = api.Parts.Map(map, "Identity") ?? new TemplateMap(member.Line, []);
        AuthorizerKind kind = KindOf(map);
        bool isHttp = api.Kind is ApiKind.Http;
        api.Add(new ApiAuthorizer
        {
            Name = member.Name,
            Line = member.Line,
            Kind = kind,
            Function = stack.FunctionIn(map["FunctionArn"]),
            IdentitySources = kind is AuthorizerKind.Request ? Sources(identity)
                : map["IdentitySource"] is not null ? IdentitySourceText.Spell(PartReader.Texts(map, "IdentitySource"))
                : [HeaderOf(identity)],
            Ttl = PartReader.Text(identity, "ReauthorizeEvery"),
            SimpleResponses = isHttp && PartReader.IsTrue(map, "EnableSimpleResponses"),
            PayloadFormatVersion = isHttp ? PartReader.Text(map, "AuthorizerPayloadFormatVersion")?.Text : null,
            ValidationExpression = PartReader.Text(identity, "ValidationExpression"),
            HasPermission = HasPermission(map),
        });
    }

    /// <summary>A role, or the permission that SAM adds: to a REST API unless told not to, to an HTTP API if told to.</summary>
    private bool HasPermission(TemplateMap map) =>
        PartReader.Text(map, "FunctionInvokeRole") is { Text: not "NONE" }
        || (api.Kind is ApiKind.Http
            ? PartReader.IsTrue(map, "EnableFunctionDefaultPermissions")
            : !PartReader.IsTrue(map, "DisableFunctionDefaultPermissions"));

    private AuthorizerKind KindOf(TemplateMap map) =>
        map["FunctionArn"] is null ? AuthorizerKind.BuiltIn
        : api.Kind is ApiKind.Http || PartReader.Text(map, "FunctionPayloadType")?.Text == "REQUEST" ? AuthorizerKind.Request
        : AuthorizerKind.Token;

    private static IReadOnlyList<TemplateText> Sources(TemplateMap identity) =>
    [
        .. Sources(identity, "Headers", "header"),
        .. Sources(identity, "QueryStrings", "query"),
        .. Sources(identity, "StageVariables", "stageVariable"),
        .. Sources(identity, "Context", "context"),
    ];

    private static IEnumerable<TemplateText> Sources(TemplateMap identity, string name, string kind) =>
        PartReader.Texts(identity, name).Select(text => new TemplateText(text.Line, $"{kind}.{text.Text}"));

    private static TemplateText HeaderOf(TemplateMap identity) =>
        PartReader.Text(identity, "Header") is { } header
            ? new TemplateText(header.Line, $"header.{header.Text}")
            : new TemplateText(identity.Line, $"header.{Authorization}");
}
