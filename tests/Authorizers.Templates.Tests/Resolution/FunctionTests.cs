namespace Authorizers.Templates.Tests.Resolution;

public sealed class FunctionTests
{
    private const string Sections = """
        Parameters:
          Name: { Type: String, Default: orders }
          Given: { Type: String }
          Names: { Type: CommaDelimitedList, Default: "a, b,c" }
          Image: { Type: "AWS::SSM::Parameter::Value<String>", Default: /image }
          Odd: { Type: String, Default: "${Name}" }
        Conditions:
          Yes: !Equals [a, a]
          No: !Equals [a, b]
        Mappings:
          M: { k: { v: found, l: [x, y], d: "${a}", f: !FindInMap [M, k, f], g: [!Ref Name] } }
        """;

    [Theory]
    [InlineData("plain", "'plain'")]
    [InlineData("{ a: [1, { b: true }] }", "{a: ['1', {b: 'true'}]}")]
    [InlineData("!Ref Name", "'orders'")]
    [InlineData("!Ref Given", "'${Given}'")]
    [InlineData("!Ref Image", "'${Image}'")]
    [InlineData("!Ref Names", "['a', 'b', 'c']")]
    [InlineData("!Ref R", "'${R}'")]
    [InlineData("!Ref 'AWS::Region'", "'${AWS::Region}'")]
    [InlineData("!Ref 'AWS::NoValue'", "nothing")]
    [InlineData("[1, !Ref 'AWS::NoValue', 2]", "['1', '2']")]
    [InlineData("{ a: !Ref 'AWS::NoValue', b: 1 }", "{b: '1'}")]
    [InlineData("{ Ref: a, b: 1 }", "{Ref: 'a', b: '1'}")]
    [InlineData("!GetAtt Fn.Arn", "'${Fn.Arn}'")]
    [InlineData("{ 'Fn::GetAtt': Fn.Arn }", "'${Fn.Arn}'")]
    [InlineData("{ 'Fn::GetAtt': [Fn, Outputs.A] }", "'${Fn.Outputs.A}'")]
    [InlineData("{ 'Fn::GetAtt': [Fn, !Ref Name] }", "'${Fn.orders}'")]
    [InlineData("!Sub '${Name}-${Fn.Arn}-${AWS::Region}-$${Given}$'", "'orders-${Fn.Arn}-${AWS::Region}-$${Given}$'")]
    [InlineData("!Sub ['${a}${Name}${b}', { a: !Ref Given, Name: mine, b: !Ref Names }]", "'${Given}minea,b,c'")]
    [InlineData("!Sub 'a ${!Literal} ${ Name } ${open'", "'a ${!Literal} orders ${open'")]
    [InlineData("'${Name}'", "'${!Name}'")]
    [InlineData("!Ref Odd", "'${!Name}'")]
    [InlineData("!Join ['-', [a, !Ref Name, !Ref 'AWS::NoValue', !Ref Given]]", "'a-orders-${Given}'")]
    [InlineData("!Join [',', !Ref Names]", "'a,b,c'")]
    [InlineData("!Join [',', !GetAZs '']", "'${Fn::GetAZs}'")]
    [InlineData("!If [Yes, !Ref Name, b]", "'orders'")]
    [InlineData("!If [No, a, { b: !Ref Name }]", "{b: 'orders'}")]
    [InlineData("!If [No, a, !Ref 'AWS::NoValue']", "nothing")]
    [InlineData("!If [Yes, 1, !Ref Missing]", "'1'")]
    [InlineData("!Select [1, !Ref Names]", "'b'")]
    [InlineData("!Select ['0', [!Ref Given]]", "'${Given}'")]
    [InlineData("!Select [!Ref Given, [a]]", "'${Fn::Select}'")]
    [InlineData("!Select [0, !GetAZs '']", "'${Fn::Select}'")]
    [InlineData("!Split ['.', a.b.c]", "['a', 'b', 'c']")]
    [InlineData("!Split ['.', !Ref Given]", "'${Fn::Split}'")]
    [InlineData("!FindInMap [M, k, v]", "'found'")]
    [InlineData("!FindInMap [M, k, l]", "['x', 'y']")]
    [InlineData("!FindInMap [M, k, d]", "'${!a}'")]
    [InlineData("!FindInMap [M, !Ref 'AWS::Region', v]", "'${Fn::FindInMap}'")]
    [InlineData("!FindInMap [M, z, v, { DefaultValue: d }]", "'d'")]
    [InlineData("!ImportValue a", "'${Fn::ImportValue}'")]
    [InlineData("!GetAZs ''", "'${Fn::GetAZs}'")]
    [InlineData("!Cidr [a, 1, 2]", "'${Fn::Cidr}'")]
    [InlineData("!Base64 a", "'${Fn::Base64}'")]
    [InlineData("!Transform { Name: Mine }", "'${Fn::Transform}'")]
    public void A_function_is_replaced_by_what_it_makes(string property, string expected) =>
        Assert.Equal(expected, Compact.Of(Some.Resolved(property, Sections)));

    [Theory]
    [InlineData("!Ref Missing", "Missing is no parameter and no resource of the template.")]
    [InlineData("!Ref 'AWS::Place'", "AWS::Place is no pseudo parameter of CloudFormation.")]
    [InlineData("!Ref [a]", "Ref is a list, not a text.")]
    [InlineData("!GetAtt Missing.Arn", "Missing.Arn is of no resource of the template.")]
    [InlineData("!GetAtt Fn", "Fn::GetAtt takes a resource and an attribute.")]
    [InlineData("!GetAtt [Fn, [a]]", "The attribute of Fn::GetAtt is no text.")]
    [InlineData("!Sub '${Missing}'", "Missing is no parameter and no resource of the template.")]
    [InlineData("!Sub '${}'", " is no parameter and no resource of the template.")]
    [InlineData("!Sub '${Missing.Arn}'", "Missing.Arn is of no resource of the template.")]
    [InlineData("!Sub '${AWS::NoValue}'", "AWS::NoValue in Fn::Sub is no text.")]
    [InlineData("!Sub ['${a}', { a: { b: 1 } }]", "a in Fn::Sub is no text.")]
    [InlineData("!Sub [a]", "Fn::Sub takes a text, or a list of a text and a map.")]
    [InlineData("!Join [',']", "Fn::Join takes 2 arguments, not 1.")]
    [InlineData("!Join [[], []]", "Fn::Join takes a separator and a list.")]
    [InlineData("!Join [',', a]", "Fn::Join takes a separator and a list.")]
    [InlineData("!Join [',', [[a]]]", "A part of Fn::Join is a list, not a text.")]
    [InlineData("!If [Maybe, a, b]", "There is no condition Maybe.")]
    [InlineData("!If [Yes, a]", "Fn::If takes 3 arguments, not 2.")]
    [InlineData("!If [[], a, b]", "Fn::If takes the name of a condition and two values.")]
    [InlineData("!If Yes", "Fn::If is a text, not a list.")]
    [InlineData("!Select [3, !Ref Names]", "Fn::Select takes a number and a list that has so many items.")]
    [InlineData("!Select [-1, !Ref Names]", "Fn::Select takes a number and a list that has so many items.")]
    [InlineData("!Select [0, a]", "Fn::Select takes a number and a list that has so many items.")]
    [InlineData("!Split ['', a]", "Fn::Split takes a separator and a text.")]
    [InlineData("!Split [',', [a]]", "Fn::Split takes a separator and a text.")]
    [InlineData("!FindInMap [M, k]", "Fn::FindInMap takes the name of a map and two keys.")]
    [InlineData("!FindInMap [M, k, z]", "There is no M.k.z in Mappings.")]
    [InlineData("!FindInMap [N, k, v]", "There is no N.k.v in Mappings.")]
    [InlineData("!Equals [a, a]", "Fn::Equals stands outside of Conditions.")]
    [InlineData("{ 'Fn::Nothing': a }", "Fn::Nothing is no function of CloudFormation.")]
    [InlineData("{ 'Fn::Sub': a, b: 1 }", "Fn::Sub is a function, and stands where names are expected.")]
    public void A_function_that_cannot_be_understood_is_refused_with_its_line(string property, string message)
    {
        Template template = Some.Template($"\n        {property}", Sections);

        var fault = Assert.Throws<TemplateException>(() => template.Resolve(new TemplateValuation()));

        Assert.Equal(message, fault.Message);
        Assert.Equal(template.Resources["R"]!.Line + 4, fault.Line);
    }

    [Theory]
    [InlineData("f", "A part of Mappings is a map, not a text or a list of texts.")]
    [InlineData("g", "A part of Mappings is a map, not a text.")]
    public void A_mapping_calls_no_functions(string key, string message)
    {
        var fault = Assert.Throws<TemplateException>(() => Some.Resolved($"!FindInMap [M, k, {key}]", Sections));

        Assert.Equal((message, 11), (fault.Message, fault.Line));
    }

    [Fact]
    public void Functions_and_conditions_that_lead_to_one_another_without_end_are_refused()
    {
        string lists = new('[', 60);
        string ends = new(']', 60);
        string chain = string.Concat(Enumerable.Range(0, 90).Select(i =>
            $"  C{i}: !Equals [a, {lists}!If [C{i + 1}, a, b]{ends}]\n"));

        TemplateException fault = Some.Fault($"Resources: {{ R: {{ Type: T }} }}\nConditions:\n{chain}  C90: !Equals [a, a]\n");

        Assert.Equal("More than 300 values and conditions lead to one another.", fault.Message);
    }

    [Fact]
    public void What_is_given_goes_before_defaults_and_pseudo_parameters()
    {
        TemplateValuation given = Some.Given(("Name", "${x}"), ("Names", "d"), ("Image", "i"), ("AWS::Region", "eu-west-1"));

        Assert.Equal(
            "['${!x}', ['d'], 'i', 'eu-west-1']",
            Compact.Of(Some.Resolved("[!Ref Name, !Ref Names, !Ref Image, !Sub '${AWS::Region}']", Sections, given)));
    }

    [Fact]
    public void Symbolic_values_stand_for_all_that_is_not_given()
    {
        TemplateValuation symbolic = Some.Given(("Given", "g")) with { Symbolic = true };

        Assert.Equal(
            "['${Name}', '${Names}', 'g']", Compact.Of(Some.Resolved("[!Ref Name, !Ref Names, !Ref Given]", Sections, symbolic)));
    }

    [Theory]
    [InlineData("Nobody", "x", "It has no parameter Nobody.", 0)]
    [InlineData("Stage", "x", "Parameter Stage takes dev, prod, not what is given.", 2)]
    public void A_value_that_no_parameter_takes_is_refused(string name, string value, string message, int line)
    {
        TemplateException fault = Some.Fault(
            "Parameters:\n  Stage: { Type: String, AllowedValues: [dev, prod] }\nResources: { R: { Type: T } }",
            Some.Given((name, value)));

        Assert.Equal((message, line), (fault.Message, fault.Line));
    }

    [Theory]
    [InlineData("AWS::Serverless-2016-10-31", "!Ref FnRole", "'${FnRole}'")]
    [InlineData("AWS::Serverless-2016-10-31", "!Ref Fn.Version", "'${Fn.Version}'")]
    [InlineData("AWS::Serverless-2016-10-31", "!Sub '${ServerlessRestApi.Id}'", "'${ServerlessRestApi.Id}'")]
    [InlineData("Mine", "!GetAtt Whatever.Arn", "'${Whatever.Arn}'")]
    public void What_transforms_make_may_be_referred_to(string transform, string property, string expected) =>
        Assert.Equal(expected, Compact.Of(Some.Resolved(property, $"Transform: {transform}")));

    [Theory]
    [InlineData("", "!Ref FnRole")]
    [InlineData("Transform: AWS::LanguageExtensions", "!Ref FnRole")]
    [InlineData("Transform: AWS::Serverless-2016-10-31", "!Ref OtherRole")]
    public void What_no_transform_makes_may_not_be_referred_to(string sections, string property) =>
        Assert.Throws<TemplateException>(() => Some.Resolved(property, sections));

    [Theory]
    [InlineData("a", true)]
    [InlineData("${!a}", true)]
    [InlineData("${a", true)]
    [InlineData("${a}", false)]
    [InlineData("b ${!a} ${AWS::Region}", false)]
    public void A_text_is_known_where_nothing_in_it_is_left_to_the_deployment(string text, bool isKnown) =>
        Assert.Equal(isKnown, new Values.TemplateText(1, text).IsKnown);

    [Fact]
    public void What_makes_too_much_of_itself_is_refused()
    {
        string text = new('x', 100_000);
        string references = string.Join(", ", Enumerable.Repeat("!Ref Long", 1000));
        string joined = $"!Join [\"{text}\", [{string.Join(", ", Enumerable.Repeat("a", 1000))}]]";
        const string Message = "What the template makes of its values here is too large.";

        Assert.Equal(Message, Assert.Throws<TemplateException>(() => Some.Resolved(joined)).Message);
        string sections = $"Parameters:\n  Long: {{ Type: String, Default: {text} }}";
        Assert.Equal(Message, Assert.Throws<TemplateException>(() => Some.Resolved($"[{references}]", sections)).Message);
        string sub = string.Concat(Enumerable.Repeat("${Long}", 1000));
        Assert.Equal(Message, Assert.Throws<TemplateException>(() => Some.Resolved($"!Sub '{sub}'", sections)).Message);
    }
}
