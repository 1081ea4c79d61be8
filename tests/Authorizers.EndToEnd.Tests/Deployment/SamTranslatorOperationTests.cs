using System.Text.Json.Nodes;

namespace Authorizers.EndToEnd.Tests.Deployment;

/// <summary>What the template becomes in an account: logs, tables, firewall and alarms.</summary>
public sealed class SamTranslatorOperationTests(ExpandedTemplate template)
{
    [Theory]
    [InlineData("RestApiStage", "AccessLogSetting")]
    [InlineData("HttpApiStage", "AccessLogSettings")]
    [InlineData("WebSocketStage", "AccessLogSettings")]
    public async Task A_stage_logs_how_its_authorizer_fared_and_no_credential(string stage, string setting)
    {
        var format = (string)(await template.PropertiesAsync(stage))[setting]!["Format"]!;
        string[] logged = [.. JsonNode.Parse(format)!.AsObject().Select(member => (string)member.Value!)];

        Assert.Superset(
            new HashSet<string> { "$context.authorizer.latency", "$context.authorizer.error", "$context.authorizer.reason" },
            logged.ToHashSet(StringComparer.Ordinal));
        Assert.DoesNotContain(logged, value => value.Contains("header", StringComparison.OrdinalIgnoreCase)
            || value.Contains("query", StringComparison.OrdinalIgnoreCase) || value == "$context.path");
    }

    [Theory]
    [InlineData("Keys")]
    [InlineData("Tickets")]
    public async Task A_table_is_encrypted_forgets_in_time_and_can_be_restored(string id)
    {
        JsonObject table = await template.PropertiesAsync(id);

        Assert.Equal("Retain", (string?)(await template.ResourcesAsync())[id]!["DeletionPolicy"]);
        Assert.Equal("PAY_PER_REQUEST", (string?)table["BillingMode"]);
        Assert.Equal("id HASH", $"{table["KeySchema"]![0]!["AttributeName"]} {table["KeySchema"]![0]!["KeyType"]}");
        Assert.True((bool)table["SSESpecification"]!["SSEEnabled"]!);
        Assert.True((bool)table["PointInTimeRecoverySpecification"]!["PointInTimeRecoveryEnabled"]!);
        Assert.Equal("exp True", $"{table["TimeToLiveSpecification"]!["AttributeName"]} "
            + $"{(bool)table["TimeToLiveSpecification"]!["Enabled"]!}");
        Assert.Equal("DeletionProtection", (string?)table["DeletionProtectionEnabled"]!["Ref"]);
    }

    /// <summary>Its first choice is taken when the firewall is to block.</summary>
    [Fact]
    public async Task A_rule_of_the_firewall_counts_until_it_is_told_to_block()
    {
        JsonArray rules = (await template.PropertiesAsync("Waf"))["Rules"]!.AsArray();

        Assert.Equal(4, rules.Count);
        Assert.All(rules, rule => Assert.Equal(
            "WafBlocks Count", Choice(rule!["Action"] ?? rule["OverrideAction"]!)));
        Assert.NotNull(rules[0]!["Statement"]!["RateBasedStatement"]);

        static string Choice(JsonNode action) => $"{action["Fn::If"]![0]} {action["Fn::If"]![2]!.AsObject().Single().Key}";
    }

    /// <summary>A metric out of a log comes late: one bad minute of five must do.</summary>
    [Theory]
    [InlineData("OutageAlarm", "outage")]
    [InlineData("FaultAlarm", "fault")]
    public async Task An_alarm_goes_off_at_one_call_that_no_function_could_answer(string alarm, string outcome)
    {
        JsonObject properties = await template.PropertiesAsync(alarm);

        Assert.Equal((0, 5, 1), (
            (int)properties["Threshold"]!, (int)properties["EvaluationPeriods"]!, (int)properties["DatapointsToAlarm"]!));
        Assert.Equal(
            [$"api-key {outcome}", $"request {outcome}", $"token {outcome}", $"websocket {outcome}"],
            properties["Metrics"]!.AsArray().Select(metric => metric!["MetricStat"]?["Metric"]?["Dimensions"]).OfType<JsonNode>()
                .Select(dimensions => $"{dimensions[0]!["Value"]} {dimensions[1]!["Value"]}").Order(StringComparer.Ordinal));
    }
}
