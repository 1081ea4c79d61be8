using System.Text.Json.Nodes;
using Authorizers.Core.Configuration;

namespace Authorizers.Core.Tests.Configuration;

public sealed class KeyRefreshReaderTests : IDisposable
{
    private const string Where = "$.issuers[0].keyRefresh";
    private const string Default = "; where one is absent its default counts";

    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_member_is_read() => Assert.Equal(
        new KeyRefresh
        {
            RefreshAfter = TimeSpan.FromSeconds(101),
            StaleLimit = TimeSpan.FromSeconds(102),
            FetchTimeout = TimeSpan.FromSeconds(3),
            BackOff = TimeSpan.FromSeconds(104),
            BackOffLimit = TimeSpan.FromSeconds(105),
            UnknownKeyBurst = 6,
            UnknownKeyRefill = TimeSpan.FromSeconds(108),
            UnknownKeyInterval = TimeSpan.FromSeconds(107),
            UnknownKeyMemory = TimeSpan.FromSeconds(109),
            UnknownKeyCount = 110,
        },
        Read("""
            {
              "refreshAfter": 101, "staleLimit": "102", "fetchTimeout": "00:00:03", "backOff": "0.00:01:44", "backOffLimit": 105,
              "unknownKeyBurst": 6, "unknownKeyRefill": 108, "unknownKeyInterval": 107, "unknownKeyMemory": 109,
              "unknownKeyCount": 110
            }
            """));

    [Fact]
    public void What_is_absent_or_null_has_its_default() => Assert.Equal(
        new KeyRefresh { BackOff = TimeSpan.FromSeconds(7) }, Read("""{"backOff": 7, "refreshAfter": null}"""));

    [Theory]
    [InlineData("7", ": must be an object")]
    [InlineData("""{"refreshAfter":0}""", ".refreshAfter: must be seconds or [d.]hh:mm:ss, from 00:00:01 to 1.00:00:00")]
    [InlineData("""{"staleLimit":"8.00:00:00"}""", ".staleLimit: must be seconds or [d.]hh:mm:ss, from 00:00:01 to 7.00:00:00")]
    [InlineData("""{"fetchTimeout":11}""", ".fetchTimeout: must be seconds or [d.]hh:mm:ss, from 00:00:01 to 00:00:10")]
    [InlineData("""{"unknownKeyMemory":3601}""", ".unknownKeyMemory: must be seconds or [d.]hh:mm:ss, from 0 to 01:00:00")]
    [InlineData("""{"unknownKeyMemory":[]}""", ".unknownKeyMemory: must be a string")]
    [InlineData("""{"unknownKeyBurst":101}""", ".unknownKeyBurst: must be a whole number from 1 to 100")]
    [InlineData("""{"unknownKeyBurst":1e0}""", ".unknownKeyBurst: must be a whole number from 1 to 100")]
    [InlineData("""{"unknownKeyCount":99999999999}""", ".unknownKeyCount: must be a whole number from 1 to 10000")]
    [InlineData("""{"maxAge":1}""", ".maxAge: is not a member of this object")]
    public void A_problem_is_told_where_it_stands(string figures, string problem) =>
        Assert.Equal([Where + problem], Problems(figures));

    [Theory]
    [InlineData("""{"refreshAfter":60,"staleLimit":59}""", ".staleLimit: must not be less than refreshAfter")]
    [InlineData("""{"refreshAfter":"12:00:01"}""", ".staleLimit: must not be less than refreshAfter")]
    [InlineData("""{"staleLimit":3599}""", ".staleLimit: must not be less than refreshAfter")]
    [InlineData("""{"backOff":31}""", ".backOffLimit: must not be less than backOff")]
    [InlineData("""{"backOffLimit":4}""", ".backOffLimit: must not be less than backOff")]
    [InlineData("""{"unknownKeyInterval":31}""", ".unknownKeyRefill: must not be less than unknownKeyInterval")]
    public void Figures_that_contradict_each_other_are_a_problem(string figures, string problem) =>
        Assert.Equal([Where + problem + Default], Problems(figures));

    [Theory]
    [InlineData("""{"refreshAfter":60,"staleLimit":60}""")]
    [InlineData("""{"backOff":30,"unknownKeyInterval":30}""")]
    public void Equal_ones_do_not(string figures) => Assert.Empty(Problems(figures));

    [Fact]
    public void All_problems_are_told_at_once() => Assert.Equal(
        [
            $"{Where}.backOff: must be seconds or [d.]hh:mm:ss, from 00:00:01 to 01:00:00",
            $"{Where}.backOffLimit: must not be less than backOff{Default}",
            $"{Where}.x: is not a member of this object",
        ],
        Problems("""{"backOff":0,"backOffLimit":4,"x":1}"""));

    [Fact]
    public void Keys_that_are_never_fetched_have_no_figures()
    {
        _folder.Write("keys.json", Some.KeySetText(The.P256.Jwk()));

        Assert.Equal(
            [$"{Where}: has no effect: with jwksFile alone no keys are fetched"], Problems("{}", ("jwksFile", "keys.json")));
        Assert.Empty(Problems("{}", ("jwksFile", "keys.json"), ("jwksUri", KeyAddress)));
        Assert.Empty(Problems("{}", ("jwksFile", "keys.json"), ("discovery", KeyAddress)));
        Assert.Empty(Problems("null", ("jwksFile", "keys.json")));
    }

    [Fact]
    public void A_figure_from_a_variable_is_not_printed()
    {
        _folder.Variables["FIGURE"] = "59";

        Assert.DoesNotContain("59", Assert.Single(Problems("""{"refreshAfter":60,"staleLimit":"${FIGURE}"}""")), StringComparison.Ordinal);
    }

    private const string KeyAddress = "https://issuer.example/keys";

    private static string With(string figures, params (string Name, string Value)[] members)
    {
        JsonNode root = JsonNode.Parse(ConfigurationFolder.Spoilt("/issuers/0/keyRefresh", figures))!;
        foreach ((string name, string value) in members)
        {
            root["issuers"]![0]![name] = value;
        }

        return root.ToJsonString();
    }

    private KeyRefresh Read(string figures) => Assert.Single(_folder.Load(With(figures)).Issuers).KeyRefresh;

    private IReadOnlyList<string> Problems(string figures, params (string Name, string Value)[] members) =>
        _folder.Problems(With(figures, members));
}
