using System.Text.RegularExpressions;
using Authorizers.Templates.Values;

namespace Authorizers.Templates.Linting.Rules;

/// <summary>An ARN that is good in one partition alone: not in China, nor in GovCloud.</summary>
internal sealed partial class FixedPartition() : LintRule("partition_fixed")
{
    private static readonly string[] Sections = ["Resources", "Outputs"];

    public override IEnumerable<Finding> Examine(LintSubject subject) =>
        from section in Sections
        from member in (subject.Source[section] as TemplateMap)?.Members ?? []
        from text in TemplateWalk.TextsIn(member.Value, without: "Description")
        let arn = Arn().Match(text.Text)
        where arn.Success
        select Found(
            text.Line,
            member.Name,
            $"{member.Name} names the partition in {arn.Value} and so deploys to that one alone.",
            "Write arn:${AWS::Partition}: in Fn::Sub.");

    [GeneratedRegex("arn:aws[a-z-]*:", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Arn();
}
