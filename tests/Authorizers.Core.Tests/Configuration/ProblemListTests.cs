using Authorizers.Core.Configuration;

namespace Authorizers.Core.Tests.Configuration;

public sealed class ProblemListTests
{
    private readonly ProblemList _problems = new();

    [Fact]
    public void Without_a_problem_nothing_is_thrown() => Assert.Null(Record.Exception(_problems.ThrowIfAny));

    [Fact]
    public void Problems_are_ordered_by_path_and_an_object_comes_before_its_members()
    {
        foreach (string path in (string[])["$.b", "$.a[0].c", "$.a.d", "$", "$.a[0]", "$.B", "$.a"])
        {
            _problems.Add(path, "is wrong");
        }

        Assert.Equal(
            ["$", "$.B", "$.a", "$.a.d", "$.a[0]", "$.a[0].c", "$.b"],
            Thrown().Problems.Select(problem => problem.Replace(": is wrong", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Several_problems_of_one_path_are_all_told_and_each_once()
    {
        _problems.Add("$.a", "is wrong");
        _problems.Add("$.a", "is ugly");
        _problems.Add("$.a", "is wrong");

        Assert.Equal(["$.a: is ugly", "$.a: is wrong"], Thrown().Problems);
        Assert.Equal("$.a: is ugly\n$.a: is wrong", Thrown().Message);
    }

    private ConfigurationException Thrown() => Assert.Throws<ConfigurationException>(_problems.ThrowIfAny);
}
