using Authorizers.Core.Configuration;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Tests.Configuration;
using FsCheck;
using FsCheck.Fluent;

namespace Authorizers.Core.Tests.Decisions.Conditions;

public sealed class ConditionLawTests : IDisposable
{
    private static readonly string[] Operators =
    [
        """ "equals": "10.0.0.1" """, """ "in": ["10.0.0.1", "a"] """, """ "prefix": "1" """, """ "present": true """,
        """ "cidr": "10.0.0.0/8" """, """ "cidr": ["::/0", "0.0.0.0/0"] """, """ "present": false """,
    ];

    private static readonly Gen<string> Value = Gen.Elements("", "a", "10.0.0.1", "10.0.0.2", "1", "::1", "10.0.0.1,10.0.0.1");

    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void No_condition_holds_for_two_values()
    {
        RequestCondition[] conditions = [.. Operators.SelectMany(asked => When("header.X", asked))];

        Law.Holds(
            from condition in Gen.Elements(conditions)
            from values in Value.ListOf()
            where values.Count > 1
            select (condition, values),
            drawn => Assert.False(Asked.Holds(drawn.condition, drawn.values)));
    }

    [Fact]
    public void No_text_is_too_strange_to_be_asked_about()
    {
        RequestCondition[] conditions =
        [
            .. Operators.SelectMany(asked => When("header.X", asked)),
            .. When("clientCertificate.thumbprint", """ "prefix": "ab" """),
            .. When("clientCertificate.notAfter", """ "after": "now", "before": "2026-11-20T12:00:00Z" """),
            .. When("context.requestTimeEpoch", """ "after": "2026-11-20T12:00:00Z" """),
        ];
        Gen<string> cut =
            from text in Gen.Elements("May 28 12:30:02 2026 GMT", "Aug  5 09:36:04 2027 GMT", "::ffff:10.0.0.1", "1795145340000")
            from at in Gen.Choose(0, text.Length)
            from between in Gen.Elements("", " ", ":", ".", "9", "\ud800", "\0", "\u0661")
            select text[..at] + between + text[at..];
        Gen<string> texts = Gen.OneOf(cut, ArbMap.Default.GeneratorFor<string?>().Select(text => text ?? ""));

        Law.Holds(
            from condition in Gen.Elements(conditions)
            from text in texts
            select (condition, text),
            drawn => Asked.Holds(drawn.condition, drawn.text),
            1000);
    }

    [Fact]
    public void The_order_of_keys_operators_and_headers_does_not_matter()
    {
        Gen<(int[] Order, string[] Values)> cases =
            from order in Gen.Shuffle(new[] { 0, 1, 2, 3 })
            from values in Value.ArrayOf(2)
            select (order.ToArray(), values);
        string[] asked = [Operators[0], Operators[1], Operators[2], Operators[4]];
        IReadOnlyList<RequestCondition> written = When("header.X", string.Join(',', asked));

        Law.Holds(cases, drawn =>
        {
            IReadOnlyList<RequestCondition> shuffled =
                When("header.X", string.Join(',', drawn.Order.Select(index => asked[index])));
            RequestValues values = Some.Values(("header.X", drawn.Values[0]), ("header.Y", drawn.Values[1]));
            RequestValues reversed = Some.Values(("header.Y", drawn.Values[1]), ("header.X", drawn.Values[0]));

            Assert.Equal(written.ToHashSet(), shuffled.ToHashSet());
            Assert.Equal(Holds(written, values), Holds(shuffled, reversed));
        }, 50);
    }

    private static bool Holds(IReadOnlyList<RequestCondition> conditions, RequestValues values) =>
        conditions.All(condition => condition.HoldsFor(values, new StoppedClock()));

    private IReadOnlyList<RequestCondition> When(string key, string operators)
    {
        AuthorizerConfiguration configuration = _folder.Load(ConfigurationFolder.Spoilt(
            "/routes", $$"""[{ "route": "GET /", "when": { "{{key}}": { {{operators}} } } }]"""));
        return configuration.Routes.Find(Some.Call("GET/"))!.When;
    }
}
