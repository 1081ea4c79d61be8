using Amazon.Lambda.APIGatewayEvents;

#pragma warning disable CS0618 // Obsolete, and yet part of the contract.

namespace Amazon.Lambda.Contracts.Tests;

/// <summary>The obsolete members of both contexts: three keys of AWS's first sample, by name.</summary>
public sealed class ObsoleteMemberTests
{
    [Fact]
    public void An_absent_key_is_null()
    {
        APIGatewayCustomAuthorizerContextOutput output = new();
        APIGatewayCustomAuthorizerContext context = new();

        Assert.Equal((null, null, null), (output.StringKey, output.NumKey, output.BoolKey));
        Assert.Equal((null, null, null, null), (context.StringKey, context.NumKey, context.BoolKey, context.PrincipalId));
    }

    [Fact]
    public void A_member_is_an_entry()
    {
        APIGatewayCustomAuthorizerContextOutput output = new() { StringKey = "s", NumKey = 1, BoolKey = true };

        Assert.Equal(("s", 1, true), (output.StringKey, output.NumKey, output.BoolKey));
        Assert.Equal(
            """{"context":{"stringKey":"s","numKey":1,"boolKey":true}}""",
            Wire.Rest.Write(new APIGatewayCustomAuthorizerResponse { PolicyDocument = null, Context = output }));
    }

    [Fact]
    public void A_null_member_is_a_null_entry()
    {
        APIGatewayCustomAuthorizerContextOutput output = new() { NumKey = null, BoolKey = null };

        Assert.Equal(["numKey", "boolKey"], output.Keys);
        Assert.Equal((null, null), (output.NumKey, output.BoolKey));
    }

    [Theory]
    [InlineData("1", "true", 1, true)]
    [InlineData("-7", "false", -7, false)]
    [InlineData("\"12\"", "\"True\"", 12, true)]
    [InlineData("1.5", "1", null, null)]
    [InlineData("2147483648", "\"yes\"", null, null)]
    public void The_text_of_an_element_is_read_as_a_number_or_a_boolean(string number, string boolean, int? numKey, bool? boolKey)
    {
        APIGatewayCustomAuthorizerContext context = Wire.Rest.Read<APIGatewayProxyRequest>(
            $$$"""
            {"requestContext":{"authorizer":{"principalId":"p","stringKey":[1],"numKey":{{{number}}},"boolKey":{{{boolean}}} } }}
            """).RequestContext.Authorizer;

        Assert.Equal(("p", "[1]", numKey, boolKey), (context.PrincipalId, context.StringKey, context.NumKey, context.BoolKey));
    }
}
