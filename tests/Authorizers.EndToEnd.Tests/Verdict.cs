using System.Text.Json;
using Authorizers.Cli.RuntimeApi;

namespace Authorizers.EndToEnd.Tests;

/// <summary>An answer in a word or two.</summary>
internal static class Verdict
{
    /// <summary>The error's type, or the principal and whether anything at all is allowed to it.</summary>
    public static string Of(InvocationAnswer answer)
    {
        if (answer.Error is { } error)
        {
            return error.Type;
        }

        JsonElement response = JsonSerializer.Deserialize<JsonElement>(answer.Response.Span);
        bool allows = response.GetProperty("policyDocument").GetProperty("Statement").EnumerateArray()
            .Any(statement => statement.GetProperty("Effect").ValueEquals("Allow"));
        return $"{response.GetProperty("principalId")} {(allows ? "allowed" : "denied")}";
    }
}
