namespace Authorizers.Lambda.Tests;

/// <summary>Where the process's own function finds its configuration.</summary>
public sealed class FunctionSurroundingsTests : IDisposable
{
    private const string Variable = "AUTHORIZER_CONFIG";

    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);

    [Theory]
    [InlineData(null, "authorizer.json")]
    [InlineData("other/my.json", "other/my.json")]
    public void The_configuration_lies_beside_the_executable(string? configured, string path)
    {
        Environment.SetEnvironmentVariable(Variable, configured);

        Assert.Equal(Path.Combine(AppContext.BaseDirectory, path), FunctionSurroundings.OfProcess().ConfigurationPath);
    }

    [Fact]
    public void The_configuration_may_lie_anywhere()
    {
        string path = Path.Combine(Path.GetTempPath(), "my.json");
        Environment.SetEnvironmentVariable(Variable, path);

        Assert.Equal(path, FunctionSurroundings.OfProcess().ConfigurationPath);
    }

    public void Dispose() => Environment.SetEnvironmentVariable(Variable, _before);
}
