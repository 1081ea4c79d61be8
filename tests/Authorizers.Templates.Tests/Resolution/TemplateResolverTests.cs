namespace Authorizers.Templates.Tests.Resolution;

public sealed class TemplateResolverTests
{
    [Theory]
    [InlineData("!Equals [!Ref Stage, dev]", true)]
    [InlineData("!Equals [!Ref Stage, prod]", false)]
    [InlineData("!Equals ['${Stage}', !Ref Stage]", false)]
    [InlineData("!Equals [!Ref Open, !Ref Open]", true)]
    [InlineData("!Equals [!Ref Open, '']", false)]
    [InlineData("!Equals [!Ref Names, !Ref Names]", true)]
    [InlineData("!Equals [!Ref Names, [a]]", false)]
    [InlineData("!Equals [!Ref Names, 'a,b']", false)]
    [InlineData("!Equals [{ a: 1, b: 2 }, { b: 2, a: 1 }]", true)]
    [InlineData("!Equals [!Ref 'AWS::NoValue', '']", true)]
    [InlineData("!Not [!Equals [a, b]]", true)]
    [InlineData("!Not [!Condition Yes]", false)]
    [InlineData("{ Condition: Yes }", true)]
    [InlineData("!And [!Condition Yes, !Equals [a, a]]", true)]
    [InlineData("!And [!Condition Yes, !Equals [a, b], !Condition Yes]", false)]
    [InlineData("!Or [!Equals [a, b], !Condition Yes]", true)]
    [InlineData("!Or [!Equals [a, b], !Equals [a, b]]", false)]
    public void A_condition_that_is_false_leaves_the_resource_out(string condition, bool holds)
    {
        ResolvedTemplate resolved = TemplateFile.Parse($"""
            Parameters:
              Stage: {"{"} Type: String, Default: dev {"}"}
              Open: {"{"} Type: String {"}"}
              Names: {"{"} Type: CommaDelimitedList, Default: "a,b" {"}"}
            Conditions:
              Yes: !Equals [a, a]
              Tested: {condition}
            Resources:
              R: {"{"} Type: T, Condition: Tested {"}"}
              S: {"{"} Type: T {"}"}
            Outputs:
              O: {"{"} Value: !Ref S, Condition: Tested {"}"}
            """).Resolve(new TemplateValuation());

        Assert.Equal(holds, resolved["R"] is not null);
        Assert.Equal(holds, resolved.Outputs.Count == 1);
        Assert.NotNull(resolved["S"]);
    }

    [Theory]
    [InlineData("A: !Condition A", "Condition A depends on itself.")]
    [InlineData("A: !Not [!Condition B]\n  B: !Or [!Condition A, !Equals [a, a]]", "Condition A depends on itself.")]
    [InlineData("A: !Condition B", "There is no condition B.")]
    [InlineData("A: text", "A condition is one function: Fn::Equals, Fn::And, Fn::Or, Fn::Not or Condition.")]
    [InlineData("A: !If [A, a, b]", "Fn::If is no function of a condition.")]
    [InlineData("A: !Equals [a]", "Fn::Equals takes 2 operands, not 1.")]
    [InlineData("A: !And [!Equals [a, a]]", "Fn::And takes 2 to 10 operands, not 1.")]
    [InlineData("A: !Not []", "Fn::Not takes 1 operands, not 0.")]
    [InlineData("A: { Condition: [] }", "Condition is a list, not a text.")]
    public void A_condition_that_cannot_be_worked_out_is_refused(string conditions, string message)
    {
        TemplateException fault = Some.Fault($"Resources: {{ R: {{ Type: T }} }}\nConditions:\n  {conditions}");

        Assert.Equal(message, fault.Message);
        Assert.InRange(fault.Line, 3, 4);
    }

    [Fact]
    public void Conditions_that_lead_to_one_another_without_end_are_refused()
    {
        string chain = string.Concat(Enumerable.Range(0, 5000).Select(i => $"  C{i}: !Condition C{i + 1}\n"));

        TemplateException fault = Some.Fault($"Resources: {{ R: {{ Type: T }} }}\nConditions:\n{chain}  C5000: !Equals [a, a]\n");

        Assert.Equal("More than 300 values and conditions lead to one another.", fault.Message);
    }

    [Fact]
    public void A_forced_condition_is_so_whatever_the_template_says()
    {
        Template template = TemplateFile.Parse("""
            Conditions:
              A: !Equals [a, b]
              B: !Not [!Condition A]
            Resources:
              R: { Type: T, Condition: A }
              S: { Type: T, Condition: B }
            """);

        ResolvedTemplate resolved = template.Resolve(new TemplateValuation { Conditions = Forced("A") });

        Assert.Equal(["R"], resolved.Resources.Select(resource => resource.Id));
        var fault = Assert.Throws<TemplateException>(() => template.Resolve(new TemplateValuation { Conditions = Forced("C") }));
        Assert.Equal("It has no condition C.", fault.Message);

        static Dictionary<string, bool> Forced(string name) => new() { [name] = true };
    }

    [Fact]
    public void A_resource_has_its_type_line_properties_and_metadata()
    {
        TemplateResource resource = TemplateFile.Parse("""
            Resources:
              A:
                Type: AWS::SNS::Topic
                Metadata: { a: !Ref A }
              B:
                Type: AWS::SNS::Topic
                Properties:
            """).Resolve(new TemplateValuation()).Resources[0];

        Assert.Equal(("A", "AWS::SNS::Topic", 2), (resource.Id, resource.Type, resource.Line));
        Assert.Equal(("{}", "{a: '${A}'}"), (Compact.Of(resource.Properties), Compact.Of(resource.Metadata)));
    }

    [Fact]
    public void Outputs_are_resolved()
    {
        TemplateOutput output = Assert.Single(TemplateFile.Parse("""
            Resources: { R: { Type: T } }
            Outputs:
              Url: { Value: !Sub "https://${R}/" }
              None: { Value: !Ref "AWS::NoValue" }
            """).Resolve(new TemplateValuation()).Outputs);

        Assert.Equal(("Url", 3, "https://${R}/"), (output.Name, output.Line, output.Value.Text));
    }

    [Theory]
    [InlineData("Resources:\n  R: text", "Resource R is a text, not a map.", 2)]
    [InlineData("Resources:\n  R: {}", "Resource R has no Type.", 2)]
    [InlineData("Resources:\n  R: { Type: [] }", "The type of resource R is a list, not a text.", 2)]
    [InlineData("Resources:\n  R: { Type: T, Properties: [] }", "Properties of resource R is a list, not a map.", 2)]
    [InlineData("Resources:\n  R: { Type: T, Metadata: x }", "Metadata of resource R is a text, not a map.", 2)]
    [InlineData("Resources:\n  R: { Type: T,\n    Condition: C }", "There is no condition C.", 3)]
    [InlineData("Resources:\n  R: { Type: T,\n    Condition: [] }", "Condition is a list, not a text.", 3)]
    [InlineData("Resources: { R: { Type: T } }\nOutputs:\n  O: {}", "Output O has no Value.", 3)]
    [InlineData("Resources: { R: { Type: T } }\nOutputs:\n  O: x", "Output O is a text, not a map.", 3)]
    [InlineData("Resources: { R: { Type: T } }\nOutputs:\n  O: { Value: [] }", "The value of output O is a list, not a text.", 3)]
    public void A_part_of_the_wrong_shape_is_refused(string text, string message, int line)
    {
        TemplateException fault = Some.Fault(text);

        Assert.Equal((message, line), (fault.Message, fault.Line));
    }

    [Fact]
    public void Globals_of_SAM_are_merged_as_SAM_does()
    {
        ResolvedTemplate resolved = TemplateFile.Parse("""
            Transform: AWS::Serverless-2016-10-31
            Globals:
              Function:
                Timeout: 3
                MemorySize: 128
                Layers: [a]
                Environment: { Variables: { A: 1, B: 1 } }
                Role: { "Fn::Sub": g }
              Api: { StageName: v1 }
            Resources:
              F:
                Type: AWS::Serverless::Function
                Properties:
                  Timeout: 5
                  Layers: [b]
                  Environment: { Variables: { B: 2, C: 2 } }
                  Role: { "Fn::Join": ["", [own]] }
                  Handler: h
              G: { Type: AWS::Serverless::Function }
              L: { Type: AWS::Lambda::Function }
            """).Resolve(new TemplateValuation());

        Assert.Equal(
            "{Timeout: '5', MemorySize: '128', Layers: ['a', 'b'], Environment: {Variables: {A: '1', B: '2', C: '2'}}, "
            + "Role: 'own', Handler: 'h'}",
            Compact.Of(resolved["F"]!.Properties));
        Assert.Equal("'3'", Compact.Of(resolved["G"]!.Properties["Timeout"]));
        Assert.Equal("{}", Compact.Of(resolved["L"]!.Properties));
        Assert.Equal("{StageName: 'v1'}", Compact.Of(resolved.Globals["Api"]));
    }

    [Fact]
    public void What_only_a_deployment_works_out_is_noted()
    {
        ResolvedTemplate resolved = TemplateFile.Parse("""
            Resources:
              Fn::ForEach::Topics: [X, [a, b], { "T${X}": { Type: AWS::SNS::Topic } }]
              R:
                Type: T
                Properties:
                  A: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: a.yaml } } }
                  B: { Fn::Transform: { Name: Mine }, own: 1 }
                  C: { Fn::ForEach::More: [] }
            """).Resolve(new TemplateValuation());

        Assert.Equal("{A: '${Fn::Transform}', B: {own: '1'}, C: {}}", Compact.Of(resolved["R"]!.Properties));
        Assert.Equal(
            [(2, "Fn::ForEach::Topics"), (6, "Fn::Transform AWS::Include"), (7, "Fn::Transform Mine"), (8, "Fn::ForEach::More")],
            resolved.Notes.Select(note => (note.Line, note.Text.Split(" is worked out when the stack is deployed")[0])));
    }
}
