using System.Text;
using Authorizers.Core.Configuration;

namespace Authorizers.Token.Tests;

public sealed class CompositionTests
{
    private static string ShippedConfiguration => Path.Combine(The.RepositoryRoot, "src", "Authorizers.Token", "authorizer.json");

    [Fact]
    public void The_configuration_deployed_with_the_function_is_good_once_its_variables_are_set()
    {
        using var function = new LocalFunction(ShippedConfiguration, name => name switch
        {
            "ISSUER" => The.Issuer,
            "AUDIENCE" => "orders-api",
            "TOKEN_HEADER" => "Authorization",
            "RESULT_TTL" => "300",
            _ => null,
        });

        Assert.NotNull(function);
    }

    [Fact]
    public void Without_its_variables_the_function_does_not_start_and_names_them_all()
    {
        var refusal = Assert.Throws<ConfigurationException>(() => new LocalFunction(ShippedConfiguration));

        Assert.Equal(
            [
                "$.bearer.sources[0]: needs ${TOKEN_HEADER}, which is not set",
                "$.identitySources[0]: needs ${TOKEN_HEADER}, which is not set",
                "$.issuers[0].audiences[0]: needs ${AUDIENCE}, which is not set",
                "$.issuers[0].issuer: needs ${ISSUER}, which is not set",
                "$.resultTtl: needs ${RESULT_TTL}, which is not set",
            ],
            refusal.Problems.Where(problem => problem.Contains("${")));
    }

    [Fact]
    public async Task One_function_answers_every_event_as_a_new_one_would()
    {
        using var function = new LocalFunction(The.Configuration);
        foreach (EventPair pair in EventPair.All.Select(name => new EventPair(name)).Where(pair => !pair.HasOwnConfiguration))
        {
            Answer expected = await pair.InvokeAsync();

            Answer answer = await function.InvokeAsync(pair.Event);

            Assert.Equal(Encoding.UTF8.GetString(expected.Printed), Encoding.UTF8.GetString(answer.Printed));
            Assert.EndsWith(expected.Records, answer.Records);
        }
    }
}
