using Authorizers.Core.Configuration;

namespace Authorizers.Core.Tests.Configuration;

public sealed class VariableTextTests
{
    private const string NotAName =
        "holds \"${\" without a NAME} of capitals, digits and underscores; write \"$${\" for the characters themselves";

    private static readonly Dictionary<string, string> Variables = new(StringComparer.Ordinal)
    {
        ["A"] = "one",
        ["B_2"] = "two",
        ["EMPTY"] = "",
        ["NESTED"] = "${A}",
        ["DOLLAR"] = "$",
        ["lower"] = "never",
    };

    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("${A}", "one")]
    [InlineData("x${A}y", "xoney")]
    [InlineData("${A}${B_2}", "onetwo")]
    [InlineData("${A} ${A}", "one one")]
    [InlineData("$A {A} $ } {", "$A {A} $ } {")]
    [InlineData("${NESTED}", "${A}")]
    [InlineData("${DOLLAR}{A}", "${A}")]
    [InlineData("$${", "${")]
    [InlineData("$${A}", "${A}")]
    [InlineData("$$${A}", "$${A}")]
    [InlineData("$${A}${A}", "${A}one")]
    [InlineData("${A}$${A}", "one${A}")]
    [InlineData("${DOLLAR}${A}", "$one")]
    public void Each_name_is_replaced_once(string text, string replaced)
    {
        Assert.True(TryReplace(text, out string? result, out string? problem));
        Assert.Equal(replaced, result);
        Assert.Null(problem);
    }

    [Theory]
    [InlineData("${UNSET}", "needs ${UNSET}, which is not set")]
    [InlineData("${EMPTY}", "needs ${EMPTY}, which is not set")]
    [InlineData("${A}${UNSET}", "needs ${UNSET}, which is not set")]
    [InlineData("${", NotAName)]
    [InlineData("${}", NotAName)]
    [InlineData("${A", NotAName)]
    [InlineData("${lower}", NotAName)]
    [InlineData("${1A}", NotAName)]
    [InlineData("${_A}", NotAName)]
    [InlineData("${A-B}", NotAName)]
    [InlineData("${A:-one}", NotAName)]
    [InlineData("${ A }", NotAName)]
    [InlineData("${\u00c4}", NotAName)]
    [InlineData("${${A}}", NotAName)]
    public void A_name_that_cannot_be_replaced_is_a_problem(string text, string expected)
    {
        Assert.False(TryReplace(text, out string? result, out string? problem));
        Assert.Equal(expected, problem);
        Assert.Null(result);
    }

    [Theory]
    [InlineData("secret", "secret")]
    [InlineData("secret\n", "secret")]
    [InlineData(" se cret \r\n", " se cret ")]
    public void Where_a_name_is_not_set_a_file_may_hold_its_value(string written, string read)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("authorizers-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "mounted"), written);
            var text = new VariableText(
                name => name switch { "A_FILE" => "mounted", "B" => "set", "B_FILE" => "mounted", _ => null }, folder.FullName);

            Assert.True(text.TryReplace("<${A}> <${B}>", out string? replaced, out _));
            Assert.Equal($"<{read}> <set>", replaced);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("/no/such/file")]
    [InlineData("/dev/null")]
    public void A_file_that_holds_nothing_is_a_problem_that_names_the_variable(string file)
    {
        var text = new VariableText(name => name == "A_FILE" ? file : null, "");

        Assert.False(text.TryReplace("${A}", out _, out string? problem));
        Assert.Equal("needs ${A}, and the file that A_FILE names is empty or cannot be read", problem);
    }

    private static bool TryReplace(string text, out string? replaced, out string? problem) =>
        new VariableText(Variables.GetValueOrDefault, "").TryReplace(text, out replaced, out problem);
}
