using Amazon.DynamoDBv2;
using Amazon.Lambda.APIGatewayEvents;

namespace Authorizers.Integration.Tests;

public sealed class TicketHandler(ConnectTickets tickets, TimeProvider clock)
{
    private static readonly string[] Pages = ["https://app.example"]; // as webSocket.origins has them
    private static readonly string[] Grantable = ["orders:read"]; // all that $connect asks for

    public TicketHandler()
        : this(
            new ConnectTickets(new AmazonDynamoDBClient(), Environment.GetEnvironmentVariable("TICKETS_TABLE")!),
            TimeProvider.System)
    {
    }

    public async Task<APIGatewayProxyResponse> HandleAsync(APIGatewayProxyRequest request)
    {
        var caller = AuthorizerContext.From(request); // throws when nobody vouched for the request
        if (caller.PrincipalId is not { } principal || OriginOf(request) is not { } page || !Pages.Contains(page))
        {
            return new APIGatewayProxyResponse { StatusCode = 403 };
        }

        if (!caller.TryGetInt64("tokenExpires", out long expires) || expires <= clock.GetUtcNow().ToUnixTimeSeconds())
        {
            return Answer(401, page, "{}"); // over, within the authorizer's clock skew
        }

        IssuedTicket issued = await tickets.IssueAsync(new TicketRequest
        {
            Principal = principal,
            Origin = page,
            Scopes = [.. caller.Texts("scopes").Intersect(Grantable)],
            Context = caller.TryGetString("tenant", out string? tenant) ? [new("tenant", tenant)] : [],
            SessionExpires = DateTimeOffset.FromUnixTimeSeconds(expires),
        });
        return Answer(200, page, $$"""{"ticket":"{{issued.Ticket}}"}""");
    }

    private static APIGatewayProxyResponse Answer(int status, string page, string json) => new()
    {
        StatusCode = status,
        Headers = new Dictionary<string, string>
        {
            ["Access-Control-Allow-Origin"] = page,
            ["Vary"] = "Origin",
            ["Cache-Control"] = "no-store",
            ["Content-Type"] = "application/json",
        },
        Body = json,
    };

    private static string? OriginOf(APIGatewayProxyRequest request) => request.Headers?
        .FirstOrDefault(header => header.Key.Equals("Origin", StringComparison.OrdinalIgnoreCase)).Value;
}
