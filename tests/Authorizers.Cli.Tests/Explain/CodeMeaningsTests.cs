using Authorizers.Cli.Explain;
using Authorizers.Core.Tests.Documentation;

namespace Authorizers.Cli.Tests.Explain;

public sealed class CodeMeaningsTests
{
    private static readonly CodeMeanings Meanings = CodeMeanings.Load();

    [Fact]
    public void Every_code_of_the_document_has_a_meaning_without_marks()
    {
        IReadOnlyList<string[]> rows = MarkdownDocument.All["codes.md"].Section("Codes").Table("code");

        Assert.All(rows, row =>
        {
            CodeMeaning meaning = Assert.IsType<CodeMeaning>(Meanings.Of(row[0].Trim('`')));
            Assert.All([meaning.Meaning, meaning.WhatToDo], text =>
            {
                Assert.NotEmpty(text);
                Assert.DoesNotContain('`', text);
                Assert.DoesNotContain("](", text, StringComparison.Ordinal);
            });
        });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no_such_code")]
    [InlineData("outcome")]
    public void Another_word_has_none(string? code) => Assert.Null(Meanings.Of(code));
}
