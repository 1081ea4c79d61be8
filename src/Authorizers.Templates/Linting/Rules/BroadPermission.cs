namespace Authorizers.Templates.Linting.Rules;

/// <summary>A function that APIs of others may call.</summary>
internal sealed class BroadPermission() : LintRule("permission_broad")
{
    private const string Remedy =
        "Set SourceArn to the authorizer: "
        + "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/authorizers/${Authorizer}.";

    public override IEnumerable<Finding> Examine(LintSubject subject) =>
        from permission in ApiGatewayPermission.Of(subject.Valued.Template)
        where permission.IsBroad
        select Found(
            permission.SourceArn?.Line ?? permission.Line,
            permission.Id,
            permission.SourceArn is null
                ? $"{permission.Id} lets every API of every account call the function: it has no SourceArn."
                : $"{permission.Id} lets other APIs call the function: its SourceArn is not narrowed to one API.",
            Remedy);
}
