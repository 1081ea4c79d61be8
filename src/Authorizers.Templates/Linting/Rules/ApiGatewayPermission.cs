using Authorizers.Templates.Values;

namespace Authorizers.Templates.Linting.Rules;

/// <summary>What lets API Gateway call a function: an <c>AWS::Lambda::Permission</c> for it.</summary>
/// <param name="Id">Its logical id.</param>
/// <param name="Line">Of its logical id.</param>
/// <param name="FunctionName">With <c>${Function}</c> or <c>${Function.Arn}</c> in it for a function of the template.</param>
/// <param name="SourceArn">On whose behalf; null for anybody's.</param>
internal sealed record ApiGatewayPermission(string Id, int Line, string FunctionName, TemplateText? SourceArn)
{
    private const int ApiField = 5;

    /// <summary>Not narrowed to one API. A SourceArn that only a deployment knows is taken to be.</summary>
    public bool IsBroad => SourceArn is null || ApiOf(SourceArn.Text).AsSpan().ContainsAny('*', '?');

    public static IEnumerable<ApiGatewayPermission> Of(IEnumerable<TemplateResource> resources) =>
        from resource in resources
        where resource.Type == "AWS::Lambda::Permission"
            && (resource.Properties["Principal"] as TemplateText)?.Text.StartsWith("apigateway.", StringComparison.Ordinal) == true
        select new ApiGatewayPermission(
            resource.Id,
            resource.Line,
            (resource.Properties["FunctionName"] as TemplateText)?.Text ?? "",
            resource.Properties["SourceArn"] as TemplateText);

    /// <summary>What stands for the API's id; the whole text where it is no complete ARN.</summary>
    private static string ApiOf(string arn)
    {
        string[] fields = UnknownText.Masked(arn).Split(':', ApiField + 1);
        return fields.Length > ApiField ? fields[ApiField].Split('/')[0] : arn;
    }
}
