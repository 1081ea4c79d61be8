using System.Globalization;
using System.Reflection;
using Authorizers.Core.Events;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Introspection;
using Authorizers.Core.Verification.Jwt;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Documentation;

public sealed class FigureTests
{
    [Fact]
    public void The_limits_on_key_sets_are_those_of_the_code()
    {
        string[] limits =
        [
            $"{JsonWebKeySetText.MaxLength:N0} bytes",
            $"{Written(typeof(JsonWebKeySetText), "MaxKeys")} keys",
        ];

        MarkdownDocument section = MarkdownDocument.All["configuration.md"].Section("Keys");
        Assert.Equal(limits, section.Table("fixed").Select(row => row[1]));
    }

    [Fact]
    public void The_rules_of_asking_about_tokens_have_the_figures_of_the_code()
    {
        string[] figures =
        [
            Written<IntrospectedTokens>("RequestTimeout"),
            $"{OutboundHttp.MaxLength:N0} bytes",
            $"{Written<IntrospectedTokens>("MaxKeptLength")} bytes",
            Written<IntrospectedTokens>("MaxAnswers"),
        ];

        MarkdownDocument section = MarkdownDocument.All["configuration.md"].Section("Opaque tokens");
        Assert.Equal(figures, section.Table("rule").Select(row => row[1]));
    }

    [Fact]
    public void The_limits_on_input_are_those_of_the_code()
    {
        string[] limits =
        [
            $"{MethodArn.MaxLength:N0} bytes",
            $"{UnverifiedJwt.MaxLength:N0} bytes",
            $"{Written<JoseHeader>("MaxKeyIdLength")} characters",
            Written(typeof(StrictJson), "MaxDepth"),
            $"{JsonWebKeySetText.MaxLength:N0} bytes",
            Written(typeof(JsonWebKeySetText), "MaxKeys"),
            $"{ClaimValue.MaxTexts} each",
            $"{Written(typeof(RsaLimits), "MinBits")} to {Written(typeof(RsaLimits), "MaxBits")} bits",
        ];

        MarkdownDocument section = MarkdownDocument.All["security.md"].Section("Limits on input");
        Assert.Equal(limits, section.Table("input").Select(row => row[1]));
    }

    private static string Written<T>(string name) => Written(typeof(T), name);

    private static string Written(Type type, string name) =>
        type.GetField(name, BindingFlags.Static | BindingFlags.NonPublic)?.GetValue(null) switch
        {
            TimeSpan time => $"{time.TotalSeconds} s",
            int number => number.ToString("N0", CultureInfo.InvariantCulture),
            _ => throw new MissingFieldException(type.Name, name),
        };
}
