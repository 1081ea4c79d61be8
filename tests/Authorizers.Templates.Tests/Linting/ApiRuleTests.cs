using Authorizers.Templates.Apis;
using Authorizers.Templates.Linting;
using Authorizers.Templates.Linting.Rules;
using Authorizers.Templates.Values;

namespace Authorizers.Templates.Tests.Linting;

public sealed class ApiRuleTests
{
    private static readonly ApiAuthorizer Jwt = new()
    {
        Name = "Jwt",
        Line = 2,
        Kind = AuthorizerKind.Token,
        IdentitySources = [new TemplateText(3, "header.Authorization")],
    };

    private static readonly ApiAuthorizer Session = Jwt with { Kind = AuthorizerKind.Request };

    private static readonly ApiDefinition Rest = new()
    {
        Id = "Api",
        Line = 1,
        Kind = ApiKind.Rest,
        Authorizers = [Jwt],
        Routes = [Route("GET", "/orders", RouteAuthorization.Authorizer)],
    };

    [Theory]
    [InlineData("GET", RouteAuthorization.Missing, 1)]
    [InlineData("GET", RouteAuthorization.Public, 0)]
    [InlineData("GET", RouteAuthorization.Iam, 0)]
    [InlineData("OPTIONS", RouteAuthorization.Missing, 0)]
    public void A_route_is_open_that_asks_for_nothing_and_does_not_say_so(
        string method, RouteAuthorization authorization, int findings) =>
        Assert.Equal(findings, Count(new OpenRoute(), Rest with { Routes = [Route(method, "/orders", authorization)] }));

    [Theory]
    [InlineData("$connect", 1)]
    [InlineData("$default", 1)]
    public void A_websocket_api_is_open_whose_connections_nobody_judges(string route, int findings) =>
        Assert.Equal(
            findings,
            Count(
                new OpenRoute(),
                Rest with { Kind = ApiKind.WebSocket, Routes = [Route("", route, RouteAuthorization.Missing)] }));

    [Fact]
    public void Messages_of_a_websocket_api_need_no_authorizer() =>
        Assert.Equal(0, Count(new OpenRoute(), Rest with
        {
            Kind = ApiKind.WebSocket,
            Routes = [Route("", "$connect", RouteAuthorization.Authorizer), Route("", "send", RouteAuthorization.Missing)],
        }));

    [Theory]
    [InlineData("OPTIONS", RouteAuthorization.Authorizer, false, 1)]
    [InlineData("OPTIONS", RouteAuthorization.Iam, false, 1)]
    [InlineData("OPTIONS", RouteAuthorization.Missing, false, 0)]
    [InlineData("ANY", RouteAuthorization.Authorizer, true, 1)]
    [InlineData("ANY", RouteAuthorization.Authorizer, false, 0)]
    [InlineData("GET", RouteAuthorization.Authorizer, true, 0)]
    public void A_preflight_is_asked_for_a_credential_by_options_and_by_any_where_there_is_cors(
        string method, RouteAuthorization authorization, bool hasCors, int findings) =>
        Assert.Equal(
            findings,
            Count(
                new AuthorizedPreflight(), Rest with { HasCors = hasCors, Routes = [Route(method, "/orders", authorization)] }));

    [Fact]
    public void A_preflight_that_needs_an_api_key_is_a_finding() =>
        Assert.Equal(1, Count(new AuthorizedPreflight(), Rest with
        {
            Routes = [Route("OPTIONS", "/orders", RouteAuthorization.Missing) with { ApiKeyRequired = true }],
        }));

    [Fact]
    public void Options_beside_any_takes_the_preflights() =>
        Assert.Equal(0, Count(new AuthorizedPreflight(), Rest with
        {
            HasCors = true,
            Routes =
            [
                Route("ANY", "/orders", RouteAuthorization.Authorizer), Route("OPTIONS", "/orders", RouteAuthorization.Missing),
            ],
        }));

    [Fact]
    public void A_gateway_response_of_its_own_hides_the_default_one()
    {
        Finding finding = Assert.Single(new GatewayResponseWithoutCors().Examine(Subject.Of(Rest with
        {
            HasCors = true,
            GatewayResponses =
            [
                Response("DEFAULT_4XX", 5, "access-control-allow-origin"),
                Response("DEFAULT_5XX", 6, "access-control-allow-origin"),
                Response("UNAUTHORIZED", 7, "www-authenticate"),
            ],
        })));

        Assert.Equal(7, finding.Line);
        Assert.Contains(" in UNAUTHORIZED: ", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_lacks_a_header_for_the_same_reason_is_one_finding() =>
        Assert.Equal(1, Count(new GatewayResponseWithoutCors(), Rest with { HasCors = true }));

    [Theory]
    [InlineData(null, AuthorizerKind.Token, 1)]
    [InlineData(null, AuthorizerKind.BuiltIn, 0)]
    [InlineData("HEADER", AuthorizerKind.Token, 0)]
    [InlineData("AUTHORIZER", AuthorizerKind.Token, 0)]
    public void The_source_of_api_keys_behind_a_lambda_authorizer_is_to_be_said(
        string? source, AuthorizerKind kind, int findings) =>
        Assert.Equal(findings, Count(new UnsaidApiKeySource(), Rest with
        {
            ApiKeySource = source,
            Authorizers = [Jwt with { Kind = kind }],
            Routes = [Rest.Routes[0] with { ApiKeyRequired = true }],
        }));

    [Theory]
    [InlineData("AUTHORIZER", AuthorizerKind.Token, 0)]
    [InlineData("AUTHORIZER", AuthorizerKind.BuiltIn, 1)]
    [InlineData("HEADER", AuthorizerKind.BuiltIn, 0)]
    public void An_authorizer_names_an_api_key_if_it_is_a_function(string source, AuthorizerKind kind, int findings) =>
        Assert.Equal(findings, Count(new ApiKeyWithoutAuthorizer(), Rest with
        {
            ApiKeySource = source,
            Authorizers = [Jwt with { Kind = kind }],
            Routes = [Rest.Routes[0] with { ApiKeyRequired = true }],
        }));

    [Theory]
    [InlineData(ApiKind.Rest, null, 1)]
    [InlineData(ApiKind.Rest, "0", 0)]
    [InlineData(ApiKind.Http, null, 0)]
    [InlineData(ApiKind.Http, "1", 1)]
    [InlineData(ApiKind.WebSocket, "1", 0)]
    public void An_answer_is_kept_by_something(ApiKind kind, string? ttl, int findings) =>
        Assert.Equal(findings, Count(new NoIdentitySource(), Rest with
        {
            Kind = kind,
            Authorizers = [Session with { IdentitySources = [], Ttl = ttl is null ? null : new TemplateText(4, ttl) }],
        }));

    [Theory]
    [InlineData("header.Authorization", "60", 1)]
    [InlineData("context.routeKey", "60", 0)]
    [InlineData("header.Authorization", "0", 0)]
    [InlineData("header.Authorization", null, 0)]
    public void A_simple_response_that_is_kept_is_kept_by_its_route(string source, string? ttl, int findings) =>
        Assert.Equal(findings, Count(new KeptSimpleResponse(), Rest with
        {
            Kind = ApiKind.Http,
            Authorizers =
            [
                Session with
                {
                    SimpleResponses = true,
                    IdentitySources = [new TemplateText(3, source)],
                    Ttl = ttl is null ? null : new TemplateText(4, ttl),
                },
            ],
        }));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("300", 1)]
    public void A_websocket_api_keeps_nothing(string ttl, int findings) =>
        Assert.Equal(findings, Count(new WebSocketTtl(), Rest with
        {
            Kind = ApiKind.WebSocket,
            Authorizers = [Session with { Ttl = new TemplateText(4, ttl) }],
        }));

    [Theory]
    [InlineData("Jwt", 0)]
    [InlineData("JWT", 1)]
    [InlineData(null, 1)]
    [InlineData("${Name}", 0)]
    public void A_route_names_an_authorizer_of_its_api(string? name, int findings) =>
        Assert.Equal(
            findings,
            Count(new UnknownAuthorizer(), Rest with { Routes = [Rest.Routes[0] with { Authorizer = name }] }));

    [Fact]
    public void An_authorizer_that_only_a_deployment_knows_is_noted()
    {
        LintSubject subject = Subject.Of(Rest with { Routes = [Rest.Routes[0] with { Authorizer = "${Name}" }] });

        Assert.StartsWith("Which authorizer GET /orders of Api has", LintNotes.Of(subject).Last().Text);
    }

    private static int Count(LintRule rule, ApiDefinition api) => rule.Examine(Subject.Of(api)).Count();

    private static ApiRoute Route(string method, string path, RouteAuthorization authorization) => new()
    {
        Method = method,
        Path = path,
        Line = 9,
        Authorization = authorization,
        Authorizer = authorization == RouteAuthorization.Authorizer ? "Jwt" : null,
    };

    private static ApiGatewayResponse Response(string type, int line, string header) =>
        new(type, line, new Dictionary<string, string> { [header] = "'https://app.example'" });
}
