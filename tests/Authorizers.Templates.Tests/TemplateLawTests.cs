using System.Text;
using System.Text.Json;
using Authorizers.Templates.Apis;
using Authorizers.Templates.Values;

namespace Authorizers.Templates.Tests;

public sealed class TemplateLawTests
{
    private const string Letters = "aZ0 :#,[]{}&*!|>'\"%@`~-?\\\n\t/$\u00e9\u20ac";

    private const string Signs = "[]{}:,!&*'\"\n -#?%@`|>\t\0$~\u00e9";

    private const string Seed = """
        Transform: AWS::Serverless-2016-10-31
        Parameters:
          Stage: { Type: String, Default: dev, AllowedValues: [dev, prod] }
          Names: { Type: CommaDelimitedList, Default: "a,b" }
        Conditions:
          IsProd: !Equals [!Ref Stage, prod]
          Other: !Or [!Condition IsProd, !Not [!Condition IsProd]]
        Mappings: { M: { dev: { v: 1 } } }
        Globals: { Function: { Timeout: 3, Layers: [a] } }
        Resources:
          F: &f
            Type: AWS::Serverless::Function
            Properties:
              Timeout: !FindInMap [M, !Ref Stage, v]
              Layers: !If [IsProd, [b], !Ref Names]
              Events: { E: { Type: Api, Properties: { Path: /, Method: get } } }
          G: { <<: *f, Condition: Other }
          T:
            Type: AWS::SNS::Topic
            Properties:
              A: !Sub ["${a}-${F.Arn}", { a: !Select [0, !Split [",", !Join [",", [x, !GetAtt F.Arn]]]] }]
              B: !ImportValue x
          Web:
            Type: AWS::Serverless::Api
            Metadata: { Authorizers: { PublicRoutes: [GET /] } }
            Properties:
              Cors: x
              Auth: { DefaultAuthorizer: A, Authorizers: { A: { FunctionArn: !GetAtt F.Arn, Identity: { Header: H } } } }
              DefinitionBody:
                paths: { /: { get: { security: [{ A: [], B: [] }], x-amazon-apigateway-integration: { type: mock } } } }
                securityDefinitions: { B: { type: apiKey, x-amazon-apigateway-authorizer: { type: request } } }
          Raw: { Type: AWS::ApiGateway::RestApi }
          Part: { Type: AWS::ApiGateway::Resource, Properties: { ParentId: !GetAtt Raw.RootResourceId, PathPart: p } }
          Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Raw, ResourceId: !Ref Part, HttpMethod: GET } }
          Two: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: WEBSOCKET } }
          Route: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Two, RouteKey: $connect } }
          Asks: { Type: AWS::ApiGatewayV2::Authorizer, Properties: { ApiId: !Ref Two, IdentitySource: [context.a] } }
        Outputs: { O: { Value: !Ref T } }
        """;

    [Fact]
    public void The_same_template_in_JSON_and_in_YAML_reads_to_the_same_values()
    {
        var random = new Random(20261120);
        for (int i = 0; i < 300; i++)
        {
            string json = $$$"""{"Resources": {"R": {{{Json(random, 5)}}}}}""";
            TemplateMap inJson = TemplateFile.Parse(json).Root;
            TemplateMap inYaml = TemplateFile.Parse($"# The same.\n{json}").Root;

            Assert.Equal(Compact.Of(inJson), Compact.Of(inYaml));
        }
    }

    [Fact]
    public void A_mangled_template_is_resolved_or_refused_and_nothing_else()
    {
        var random = new Random(20261120);
        string[] pieces = Seed.Split([' ', '\n', ',', '[', ']', '{', '}', ':'], StringSplitOptions.RemoveEmptyEntries);
        int resolved = 0;
        for (int i = 0; i < 4000; i++)
        {
            string mangled = Mangle(random, pieces);
            try
            {
                ResolvedTemplate template = TemplateFile.Parse(mangled).Resolve(new TemplateValuation { Symbolic = i % 2 == 0 });
                ApiDefinitions.StraysOf(template);
                ApiDefinitions.Of(template, ".");
                resolved++;
            }
            catch (TemplateException e)
            {
                Assert.NotEmpty(e.Message);
                Assert.InRange(e.Line, 0, mangled.Count(letter => letter == '\n') + 2);
            }
        }

        Assert.InRange(resolved, 200, 3800);
    }

    private static string Mangle(Random random, string[] pieces)
    {
        var text = new StringBuilder(Seed);
        for (int changes = random.Next(1, 4); changes > 0; changes--)
        {
            int at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at, random.Next(1, Math.Min(12, text.Length - at + 1)));
                    break;
                case 1:
                    text.Insert(at, Signs[random.Next(Signs.Length)]);
                    break;
                case 2:
                    text.Insert(at, pieces[random.Next(pieces.Length)]);
                    break;
                default:
                    text.Replace(pieces[random.Next(pieces.Length)], pieces[random.Next(pieces.Length)]);
                    break;
            }
        }

        return text.ToString();
    }

    private static string Json(Random random, int depth) => random.Next(depth > 0 ? 6 : 4) switch
    {
        0 => random.Next(2) == 0 ? "true" : "null",
        1 => random.Next(-1000, 1000).ToString(System.Globalization.CultureInfo.InvariantCulture),
        2 or 3 => JsonSerializer.Serialize(Text(random)),
        4 => $"[{string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(_ => Json(random, depth - 1)))}]",
        _ => $"{{{string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(i => $"\"k{i}\": {Json(random, depth - 1)}"))}}}",
    };

    private static string Text(Random random) =>
        new([.. Enumerable.Range(0, random.Next(8)).Select(_ => Letters[random.Next(Letters.Length)])]);
}
