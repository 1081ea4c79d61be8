using Authorizers.Templates.Values;

namespace Authorizers.Templates.Tests;

public sealed class TemplateFileTests
{
    private const string Least = "Resources: { R: { Type: 'AWS::SNS::Topic' } }";

    [Theory]
    [InlineData("a.yaml", Least)]
    [InlineData("a.template", """{"Resources":{"R":{"Type":"AWS::SNS::Topic"}}}""")]
    [InlineData("a.json", " \r\n\t{\"Resources\":{\"R\":{\"Type\":\"AWS::SNS::Topic\"}}}\n")]
    [InlineData("a.json", "\uFEFF{\"Resources\":{\"R\":{\"Type\":\"AWS::SNS::Topic\"}}}")]
    [InlineData("a.yml", "\uFEFF---\nResources:\n  R:\n    Type: AWS::SNS::Topic\n...\n")]
    public void What_it_is_shows_in_its_first_character_not_in_its_name(string name, string text)
    {
        using var folder = new TemporaryFolder();

        Template read = TemplateFile.Read(folder.Write(name, text));

        Assert.Equal("{R: {Type: 'AWS::SNS::Topic'}}", Compact.Of(read.Resources));
    }

    [Fact]
    public void Names_and_values_of_JSON_have_their_lines()
    {
        Template read = TemplateFile.Parse(
            "{\n \"Resources\": {\n\n  \"R\": {\"Type\":\r\n \"T\", \"A\": [1,\n true, null, -2.50e1]}}}\n");

        Assert.Equal("1{2Resources: 2{4R: 4{4Type: 5'T', 5A: 5[5'1', 6'true', 6'', 6'-2.50e1']}}}", Compact.WithLines(read.Root));
    }

    [Fact]
    public void Names_and_values_of_YAML_have_their_lines()
    {
        Template read = TemplateFile.Parse("""
            # A comment.
            Resources:

              R:
                Type: "T"
                A: [1,
                  true, null, ~, "null"]
                B: |
                  two
                  lines
                C:
                - x
                - !Ref
                  R
            """);

        Assert.Equal(
            "2{2Resources: 4{4R: 5{5Type: 5'T', 6A: 6[6'1', 7'true', 7'', 7'', 7'null'], 8B: 8'two\nlines\n', "
            + "11C: 12[12'x', 13{13Ref: 13'R'}]}}}",
            Compact.WithLines(read.Root));
    }

    [Theory]
    [InlineData("!Ref A", "{Ref: 'A'}")]
    [InlineData("!Condition A", "{Condition: 'A'}")]
    [InlineData("!GetAtt A.B", "{Fn::GetAtt: ['A', 'B']}")]
    [InlineData("!GetAtt A.Outputs.B", "{Fn::GetAtt: ['A', 'Outputs.B']}")]
    [InlineData("!GetAtt [A, B]", "{Fn::GetAtt: ['A', 'B']}")]
    [InlineData("!GetAtt A", "{Fn::GetAtt: 'A'}")]
    [InlineData("!Sub 'a${B}'", "{Fn::Sub: 'a${B}'}")]
    [InlineData("!Sub [a, { b: !Ref C }]", "{Fn::Sub: ['a', {b: {Ref: 'C'}}]}")]
    [InlineData("!If [A, !Ref B, !Ref 'AWS::NoValue']", "{Fn::If: ['A', {Ref: 'B'}, {Ref: 'AWS::NoValue'}]}")]
    [InlineData("!Equals [a, b]", "{Fn::Equals: ['a', 'b']}")]
    [InlineData("!And [!Condition A, !Not [!Condition B]]", "{Fn::And: [{Condition: 'A'}, {Fn::Not: [{Condition: 'B'}]}]}")]
    [InlineData("!Or []", "{Fn::Or: []}")]
    [InlineData("!Join ['', [a]]", "{Fn::Join: ['', ['a']]}")]
    [InlineData("!Select [0, !Split [',', a]]", "{Fn::Select: ['0', {Fn::Split: [',', 'a']}]}")]
    [InlineData("!FindInMap [A, b, c]", "{Fn::FindInMap: ['A', 'b', 'c']}")]
    [InlineData("!Base64 a", "{Fn::Base64: 'a'}")]
    [InlineData("!Cidr [a, 1, 2]", "{Fn::Cidr: ['a', '1', '2']}")]
    [InlineData("!ImportValue a", "{Fn::ImportValue: 'a'}")]
    [InlineData("!GetAZs ''", "{Fn::GetAZs: ''}")]
    [InlineData("!Transform { Name: 'AWS::Include' }", "{Fn::Transform: {Name: 'AWS::Include'}}")]
    [InlineData("!!str 12", "'12'")]
    [InlineData("! 12", "'12'")]
    [InlineData("{ a: &x [1], b: *x }", "{a: ['1'], b: ['1']}")]
    [InlineData("{ a: &x { m: 1, n: 2 }, b: { <<: *x, n: 3 } }", "{a: {m: '1', n: '2'}, b: {n: '3', m: '1'}}")]
    [InlineData("{ b: { <<: [{ m: 1 }, { m: 2, n: 2 }] } }", "{b: {m: '1', n: '2'}}")]
    [InlineData("{ b: { '<<': x } }", "{b: {<<: 'x'}}")]
    [InlineData("{ b: }", "{b: ''}")]
    public void Short_forms_aliases_and_merged_maps_of_YAML_are_spelled_out(string yaml, string expected) =>
        Assert.Equal(expected, Compact.Of(Properties(Some.Template(yaml))["P"]));

    [Theory]
    [InlineData("", 0, "It is empty.")]
    [InlineData("# nothing\n", 0, "It is empty.")]
    [InlineData("text", 1, "The template is a text, not a map.")]
    [InlineData("- a", 1, "The template is a list, not a map.")]
    [InlineData("{}", 1, "It has no Resources: a template has one at least.")]
    [InlineData("Resources: {}", 1, "It has no Resources: a template has one at least.")]
    [InlineData("a: 1\nResources: []", 2, "Resources is a list, not a map.")]
    [InlineData("Resources: { R: { Type: T } }\nParameters: x", 2, "Parameters is a text, not a map.")]
    [InlineData("Resources: { R: { Type: T } }\nParameters:\n  A: x", 3, "Parameter A is a text, not a map.")]
    [InlineData("Resources: { R: { Type: T } }\nParameters:\n  A: {}", 3, "Parameter A has no Type.")]
    [InlineData(
        "Resources: { R: { Type: T } }\nParameters:\n  A: { Type: [] }", 3, "The type of parameter A is a list, not a text.")]
    [InlineData(
        "Resources: { R: { Type: T } }\nParameters:\n  A: { Type: String, AllowedValues: a }", 3,
        "AllowedValues of parameter A is a text, not a list.")]
    [InlineData("{\"Resources\":{\n\"R\":1,\n\"R\":2}}", 3, "\"R\" stands there twice.")]
    [InlineData("Resources:\n  R: 1\n  \"R\": 2", 3, "\"R\" stands there twice.")]
    [InlineData("{\n// no\n}", 2, "It is not JSON:")]
    [InlineData("{\n\"a\": 1,}", 2, "It is not JSON:")]
    [InlineData("{\"a\":\n", 2, "It is not JSON:")]
    [InlineData("{}\n{}", 2, "It is not JSON:")]
    [InlineData("{\"a\": \"\\ud800\"}", 1, "A text holds half of a surrogate pair.")]
    [InlineData("a: [1\nb: 2", 1, "It is not YAML from here on.")]
    [InlineData("a: 1\n b: 2", 2, "It is not YAML:")]
    [InlineData("a: 1\n---\nb: 2", 2, "Another document begins; a template is one.")]
    [InlineData("a:\n  !Foo x", 2, "!Foo is no function of CloudFormation.")]
    [InlineData("a: 1\nb: *x", 2, "*x is no anchor that was set and closed before.")]
    [InlineData("a: &x [*x]", 1, "*x is no anchor that was set and closed before.")]
    [InlineData(":\n :\n", 3, "A value is missing.")]
    [InlineData("? [a]\n: 1", 1, "A name is a map, a list or an alias, not a text.")]
    [InlineData("a: 1\nb: { <<: x }", 2, "<< is a text, not a map.")]
    public void What_is_wrong_with_it_is_said_with_the_line(string text, int line, string message)
    {
        var fault = Assert.Throws<TemplateException>(() => TemplateFile.Parse(text));

        Assert.StartsWith(message, fault.Message, StringComparison.Ordinal);
        Assert.Equal(line, fault.Line);
    }

    [Fact]
    public void Aliases_that_multiply_are_refused()
    {
        string tenfold = string.Concat(
            Enumerable.Range(1, 12).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));

        Assert.Equal("It holds more than 500,000 values.", Some.Fault($"a0: &a0 x\n{tenfold}").Message);
    }

    [Fact]
    public void Depth_has_a_bound_and_aliases_do_not_get_around_it()
    {
        const string Deep = "It is deeper than 100 values.";
        string list = $"{new string('[', 60)}{new string(']', 60)}";

        Assert.Equal(Deep, Some.Fault($"a: {list[..60]}{list}{list[60..]}").Message);
        Assert.Equal(Deep, Some.Fault($"a: &x {list}\nb: {list[..60]}*x{list[60..]}").Message);
        Assert.Equal(Deep, Some.Fault($"a: {string.Concat(Enumerable.Repeat("!Not [", 60))}{list[60..]}").Message);
        Assert.Contains("100", Some.Fault($$"""{"a": {{list[..60]}}{{list}}{{list[60..]}}}""").Message, StringComparison.Ordinal);
        Assert.Equal("It has no Resources: a template has one at least.", Some.Fault($"a: {list}").Message);
    }

    [Fact]
    public void A_file_that_is_too_long_missing_empty_or_not_in_UTF_8_is_refused()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(
            "It is longer than the 1,048,576 bytes that CloudFormation takes.", Message("long", new byte[(1024 * 1024) + 1]));
        Assert.Equal("It is not in UTF-8.", Message("latin", [(byte)'a', 0xE9]));
        Assert.Equal("It is empty.", Message("empty", []));
        var missing = Assert.Throws<TemplateException>(() => TemplateFile.Read(Path.Combine(folder.FullName, "none.yaml")));
        Assert.StartsWith("none.yaml cannot be read: ", missing.Message, StringComparison.Ordinal);
        var directory = Assert.Throws<TemplateException>(() => TemplateFile.Read(folder.FullName));
        Assert.Contains("cannot be read: ", directory.Message, StringComparison.Ordinal);

        string Message(string name, byte[] bytes) =>
            Assert.Throws<TemplateException>(() => TemplateFile.Read(folder.Write(name, bytes))).Message;
    }

    [Fact]
    public void Parameters_and_transforms_are_read()
    {
        Template read = TemplateFile.Parse("""
            Transform: [AWS::Serverless-2016-10-31, { Name: Mine }]
            Parameters:
              Stage: { Type: String, Default: dev, AllowedValues: [dev, prod] }
              Secret: { Type: String, NoEcho: true }
              Subnets: { Type: CommaDelimitedList }
              Zones: { Type: "List<AWS::EC2::AvailabilityZone::Name>" }
              Image: { Type: "AWS::SSM::Parameter::Value<String>", Default: /image }
            Resources: { R: { Type: T } }
            """);

        Assert.Equal(["AWS::Serverless-2016-10-31", "Mine"], read.Transforms);
        Assert.True(read.IsSam);
        Assert.Equal(
            ["Stage 3 dev dev/prod", "Secret 4 secret", "Subnets 5 list", "Zones 6 list", "Image 7 /image elsewhere"],
            read.Parameters.Select(Tell));

        static string Tell(TemplateParameter parameter) => string.Join(' ', ((string?[])
        [
            parameter.Name,
            $"{parameter.Line}",
            parameter.Default,
            parameter.AllowedValues.Count > 0 ? string.Join('/', parameter.AllowedValues) : null,
            parameter.NoEcho ? "secret" : null,
            parameter.IsList ? "list" : null,
            parameter.IsElsewhere ? "elsewhere" : null,
        ]).Where(part => part is not null));
    }

    private static TemplateMap Properties(Template template) =>
        (TemplateMap)((TemplateMap)template.Resources["R"]!)["Properties"]!;
}
