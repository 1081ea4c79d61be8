using Amazon.Lambda.APIGatewayEvents;

namespace Authorizers.Integration.Tests;

/// <summary>The C# of docs/backends.md, to the letter.</summary>
internal static class DocumentExamples
{
    public static string Order(APIGatewayProxyRequest request)
    {
        var caller = AuthorizerContext.From(request); // throws when nobody vouched for the request

        return caller.TryGetString("tenant", out string? tenant)
            ? $"{caller.PrincipalId} of {tenant}"
            : throw new InvalidOperationException("The authorizer names no tenant.");
    }

    public static string OrderOverHttp(APIGatewayHttpApiV2ProxyRequest request)
    {
        var caller = AuthorizerContext.From(request);
        bool mayExport = caller.Texts("roles").Contains("admins")
            && caller.TryGetBoolean("verified", out bool verified) && verified
            && caller.TryGetInt64("level", out long level) && level >= 3;

        return mayExport ? "everything" : "one order";
    }

    public static int Status(ReadOnlySpan<byte> request) =>
        AuthorizerContext.TryFrom(request, out AuthorizerContext? caller) && caller.TryGetString("tenant", out _) ? 200 : 403;
}
