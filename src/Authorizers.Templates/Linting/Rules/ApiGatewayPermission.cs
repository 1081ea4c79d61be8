using Authorizers.Templates.Apis.Reading;
using Authorizers.Templates.Values;

namespace Authorizers.Templates.Linting.Rules;

/// <summary>What lets API Gateway call a function: an <c>AWS::Lambda::Permission</c> for it.</summary>
/// <param name="Id">Its logical id.</param>
/// <param name="Line">Of its logical id.</param>
/// <param name="Function">The logical id of the function; null where that is none of the template's.</param>
/// <param name="SourceArn">On whose behalf; null for anybody's.</param>
internal sealed record ApiGatewayPermission(string Id, int Line, string? Function, TemplateText? SourceArn)
{
    private const int ApiField = 5;

    private const string Principal = "apigateway.";

    /// <summary>Not narrowed to one API. A SourceArn that only a deployment knows is taken to be.</summary>
    public bool IsBroad => SourceArn is null || ApiOf(SourceArn.Text).AsSpan().ContainsAny('*', '?');

    public static IEnumerable<ApiGatewayPermission> Of(ResolvedTemplate template)
    {
        var stack = new StackResources(template);
        return from resource in stack.OfType("AWS::Lambda::Permission")
               where resource.Properties["Principal"] is TemplateText { Text: var principal }
                   && principal.StartsWith(Principal, StringComparison.Ordinal)
               select new ApiGatewayPermission(
                   resource.Id,
                   resource.Line,
                   FunctionOf(stack, resource.Properties["FunctionName"] as TemplateText),
                   resource.Properties["SourceArn"] as TemplateText);
    }

    /// <summary>It may be an ARN, or a name alone, which then looks like the end of one.</summary>
    private static string? FunctionOf(StackResources stack, TemplateText? name) =>
        name is null ? null : stack.FunctionIn(new TemplateText(name.Line, $":function:{name.Text}"));

    /// <summary>What stands for the API's id; the whole text where it is no complete ARN.</summary>
    private static string ApiOf(string arn)
    {
        string[] fields = UnknownText.Masked(arn).Split(':', ApiField + 1);
        return fields.Length > ApiField ? fields[ApiField].Split('/')[0] : arn;
    }
}
