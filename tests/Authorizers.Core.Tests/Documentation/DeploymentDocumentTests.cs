using System.Text.Json;
using System.Text.RegularExpressions;

namespace Authorizers.Core.Tests.Documentation;

public sealed partial class DeploymentDocumentTests
{
    private static readonly MarkdownDocument Document = MarkdownDocument.All["deployment.md"];
    private static readonly JsonElement Template = JsonElement.Parse(RepositoryFiles.Read("serverless.template"));

    public static TheoryData<string, string> Shipped => new()
    {
        { "`Authorizers.Token`, `.Request`", "src/Authorizers.Token/authorizer.json" },
        { "`Authorizers.Token`, `.Request`", "src/Authorizers.Request/authorizer.json" },
        { "`Authorizers.ApiKey`", "src/Authorizers.ApiKey/authorizer.json" },
        { "`Authorizers.WebSocket`", "src/Authorizers.WebSocket/authorizer.json" },
    };

    [Fact]
    public void The_parameters_are_those_of_the_template_in_its_words_with_its_defaults() => Assert.Equal(
        Template.GetProperty("Parameters").EnumerateObject()
            .Select(parameter => $"`{parameter.Name}` {DefaultOf(parameter.Value)} {TextOf(parameter.Value)}"),
        Document.Section("Parameters").Table("parameter").Select(row => $"{row[0]} {row[1]} {row[2]}"));

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_configuration_takes_the_variables_that_are_told(string function, string file) => Assert.Equal(
        Variables().Matches(RepositoryFiles.Read(file)).Select(match => match.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal),
        MarkdownDocument.Code(Row(function)).Order(StringComparer.Ordinal));

    [Fact]
    public void The_one_for_simple_responses_takes_the_same_and_is_found_by_one_more() => Assert.Equal(
        Variables().Matches(RepositoryFiles.Read("src/Authorizers.Request/authorizer.http.json"))
            .Select(match => match.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal),
        MarkdownDocument.Code(Row("`Authorizers.Token`, `.Request`")).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/deployment.md")]
    public void What_is_deployed_first_gives_every_parameter_without_a_default_and_no_other(string file)
    {
        Match given = Given().Match(RepositoryFiles.Read(file));

        Assert.Equal(
            Template.GetProperty("Parameters").EnumerateObject()
                .Where(parameter => !parameter.Value.TryGetProperty("Default", out _))
                .Select(parameter => parameter.Name),
            given.Groups["pairs"].Value.Split(';').Select(pair => pair.Split('=')[0]));
    }

    [Fact]
    public void Every_route_of_the_template_is_told()
    {
        string[] told = [.. Document.Section("First deployment").Table("route").Select(row => MarkdownDocument.Code(row[0])[0])];
        JsonElement resources = Template.GetProperty("Resources");
        IEnumerable<string> rest = resources.GetProperty("RestApi").GetProperty("Properties").GetProperty("DefinitionBody")
            .GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name.ToUpperInvariant()} {path.Name}"));
        IEnumerable<string> routes = resources.EnumerateObject()
            .Where(resource => resource.Value.GetProperty("Type").GetString() == "AWS::ApiGatewayV2::Route")
            .Select(resource => resource.Value.GetProperty("Properties").GetProperty("RouteKey").GetString()!);

        Assert.Equal(
            rest.Concat(routes).Order(StringComparer.Ordinal),
            told.Select(route => route.Split('?')[0]).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\$\{(?<name>[A-Z][A-Z0-9_]*)\}", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Variables();

    [GeneratedRegex("--template-parameters \"(?<pairs>[^\"]+)\"", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Given();

    private static string Row(string function) => Document.Section("Build it yourself").Table("function")
        .Single(row => row[0] == function)[1];

    private static string DefaultOf(JsonElement parameter) =>
        !parameter.TryGetProperty("Default", out JsonElement value) ? "–"
        : value.ToString().Length == 0 ? "empty"
        : $"`{value}`";

    private static string TextOf(JsonElement parameter)
    {
        string text = parameter.GetProperty("Description").GetString()!;
        if (parameter.GetProperty("Type").GetString() == "Number" || !parameter.TryGetProperty("AllowedValues", out JsonElement allowed))
        {
            return text;
        }

        string[] values = [.. allowed.EnumerateArray().Select(value => $"`{value}`")];
        return $"{text} {string.Join(", ", values[..^1])} or {values[^1]}.";
    }
}
