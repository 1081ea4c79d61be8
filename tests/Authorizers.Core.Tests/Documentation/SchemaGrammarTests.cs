using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Decisions;
using Authorizers.Core.Decisions.Conditions;
using FsCheck;
using FsCheck.Fluent;

namespace Authorizers.Core.Tests.Documentation;

/// <summary>The schema's patterns against the code that reads such texts, on texts put together at random.</summary>
public sealed class SchemaGrammarTests
{
    private static readonly Config Fixed =
        Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(new Replay(new Rnd(20261120, 7), null));

    [Fact]
    public void The_schema_and_the_loader_agree_about_routes() => AgreeAbout(
        "pattern",
        [
            "GET /", "GET /", "ANY /", "PUT /", "GTE /", "GET", " ", "/", "x/", "a-b.c_~!&'()+,;=:@%20", "{id}", "{x.y:z-_}/",
            "{p+}", "{p++}", "{}", "*", "ö", "%", "%", "2F", "61", "7e", "5B", "$connect", "$", "TRACE",
        ],
        text => RoutePattern.TryParse(text, out _, out _));

    [Fact]
    public void The_schema_and_the_loader_agree_about_durations() => AgreeAbout(
        "duration",
        ["0", "1", "2", "5", "6", "00", "10", "59", "60", ":", "23:", "00:01:00", "24:00:00", "0.", "0.", "1.", "-", " ", "x"],
        text => DurationText.TryParse(text, out _),
        text => text.Count(char.IsAsciiDigit) < 10);

    [Fact]
    public void The_schema_and_the_loader_agree_about_the_clock_skew() => AgreeAbout(
        "skew",
        ["0", "1", "5", "6", "00", "10", "59", "60", ":", "00:", "00:01:00", "00:10:00", "0.", "0.", "1.", "-", " ", "x"],
        text => DurationText.TryParse(text, out TimeSpan duration) && duration <= TimeSpan.FromMinutes(10));

    [Theory]
    [InlineData("fiveMinutes", 300)]
    [InlineData("oneMinute", 60)]
    [InlineData("halfMinute", 30)]
    public void The_schema_and_the_loader_agree_about_how_long_answers_serve(string definition, int seconds) => AgreeAbout(
        definition,
        [
            "0", "1", "5", "6", "00", "10", "59", "60", ":", "00:", "00:01:00", "00:05:00", "00:10:00", "00:00:0", "0.", "0.",
            "1.", "-", " ", "x",
        ],
        text => DurationText.TryParse(text, out TimeSpan duration) && duration <= TimeSpan.FromSeconds(seconds));

    [Fact]
    public void The_schema_and_the_code_agree_about_prefixes_of_keys() => AgreeAbout(
        "prefix", ["a", "g", "z", "la", "0", "9", "A", "_", "-", "ö"], ApiKey.IsPrefix);

    [Fact]
    public void The_schema_and_the_code_agree_about_origins() => AgreeAbout(
        "origin",
        [
            "https://", "https://", "http://", "http://localhost", "http://127.0.0.1", "capacitor://", "app.example", "localhost",
            "a", "-b.c", ":8443", ":443", ":80", ":", "/", "@", "A", "?", "ö", " ", "[::1]",
        ],
        Origin.IsGood);

    [Fact]
    public void The_schema_and_the_loader_agree_about_time_spans() => AgreeAbout(
        "timeSpan",
        ["0", "1", "5", "6", "00", "10", "23", "24", "59", "60", ":", "00:", "00:01:00", "23:59:59", "0.", "7.", "-", " ", "x"],
        text => DurationText.TryParse(text, out TimeSpan span) && span <= TimeSpan.FromDays(7));

    [Fact]
    public void The_schema_and_the_loader_agree_about_instants() => AgreeAbout(
        "instant",
        [
            "now", "now", "2026-11-20T12:00:00", "2026-11-20T12:00:00", "2026-11-20T12:00:00", "2026-13-20T12:00:00",
            "Z", "Z", "Z", "+01:00", "-24:00", ".5", "t",
        ],
        text => text == "now" || InstantText.TryParse(text, out _));

    [Fact]
    public void The_schema_and_the_loader_agree_about_variables() => AgreeAbout(
        "text",
        ["$", "{", "}", "${", "$${", "NAME", "A", "_", "1", "a", "${NAME}", "${A_1}", "${a}", "/"],
        text => text.Length > 0 && new VariableText(_ => "value", "").TryReplace(text, out _, out _));

    [Fact]
    public void The_schema_knows_text_with_a_variable_in_it() => AgreeAbout(
        "variable",
        ["$", "{", "}", "$${", "A", "a", "${NAME}", "$${NAME}"],
        text => new VariableText(_ => "*", "").TryReplace(text, out string? replaced, out _) && replaced.Contains('*'),
        text => new VariableText(_ => "value", "").TryReplace(text, out _, out _));

    /// <summary>Puts words together at random. Enough texts must be good, and enough bad, for agreement to mean much.</summary>
    private static void AgreeAbout(
        string definition, string[] words, Func<string, bool> isGood, Func<string, bool>? isAsked = null)
    {
        int good = 0;
        int bad = 0;
        Gen<string> texts =
            from count in Gen.Choose(0, 8)
            from chosen in Gen.Elements(words).ArrayOf(count)
            select string.Concat(chosen);

        Prop.ForAll(texts.Where(text => isAsked?.Invoke(text) ?? true).ToArbitrary(), text =>
        {
            bool expected = isGood(text);
            _ = expected ? good++ : bad++;
            return ConfigurationSchema.Accepts(definition, text) == expected;
        }).Check(Fixed);

        Assert.True(good > 40 && bad > 40, $"{good} good and {bad} bad texts are too few to compare.");
    }
}
