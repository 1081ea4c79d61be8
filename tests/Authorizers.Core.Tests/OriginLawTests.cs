using FsCheck;
using FsCheck.Fluent;

namespace Authorizers.Core.Tests;

/// <summary>Origins are compared letter by letter. That is right if, and only if, each has one spelling.</summary>
public sealed class OriginLawTests
{
    private static readonly Gen<string> Schemes = Gen.Elements("https", "http", "HTTPS", "capacitor", "app", "wss");

    private static readonly Gen<string> Users = Gen.Frequency(
        (8, Gen.Constant("")), (1, Gen.Elements("@", "alice@", "alice:x@", ":@")));

    private static readonly Gen<string> Hosts = Gen.Elements(
        "app.example", "APP.example", "app.example.", "app%2eexample", "app%2Eexample", "app。example", "app.exam\u00adple",
        "localhost", "LOCALHOST", "localhost.", "127.0.0.1", "127.1", "127.0.1", "0x7f.0.0.1", "0177.0.0.1", "2130706433",
        "127.0.0.01", "[::1]", "[0:0:0:0:0:0:0:1]", "[::0001]", "[0::1]", "[2001:db8::9]", "[2001:DB8::9]", "[2001:db8:0:0::9]",
        "xn--bcher-kva.example", "XN--BCHER-KVA.example", "bücher.example", "b\u0075cher.example");

    private static readonly Gen<string> Ports = Gen.Elements(
        "", "", ":", ":443", ":0443", ":00443", ":80", ":080", ":8443", ":08443", ":+443", ":443 ", ":65535", ":0", ":00");

    private static readonly Gen<string> Ends = Gen.Frequency(
        (8, Gen.Constant("")), (1, Gen.Elements("/", "//", "?", "#", "\\", " ", "/.", "\t")));

    private static readonly Gen<string> Texts =
        from scheme in Schemes
        from user in Users
        from host in Hosts
        from port in Ports
        from end in Ends
        select $"{scheme}://{user}{host}{port}{end}";

    [Fact]
    public void Two_good_texts_are_never_the_same_origin() => Law.Holds(
        Texts.ArrayOf(400),
        texts =>
        {
            string[] good = [.. texts.Distinct().Where(Origin.IsGood)];

            Assert.True(good.Length > 10);
            Assert.All(good.GroupBy(OriginAsRead), spellings => Assert.Single(spellings));
        },
        tests: 50);

    [Fact]
    public void A_good_text_with_any_letter_changed_is_another_origin_or_none() => Law.Holds(
        from text in Texts.Where(Origin.IsGood)
        from at in Gen.Choose(0, text.Length - 1)
        from letter in Gen.Choose(0, 0x17f)
        select (Text: text, Changed: $"{text[..at]}{(char)letter}{text[(at + 1)..]}"),
        changed => Assert.True(
            changed.Text == changed.Changed
            || !Origin.IsGood(changed.Changed)
            || OriginAsRead(changed.Text) != OriginAsRead(changed.Changed)),
        tests: 3000);

    /// <summary>Scheme, host and port as a lenient reader takes them, all spellings of one origin alike.</summary>
    private static (string Scheme, string Host, int Port) OriginAsRead(string text) => LenientOrigin.Read(text);
}
