using Authorizers.Templates.Linting.Rules;

namespace Authorizers.Templates.Linting;

/// <summary>The rules. The list is closed; docs/template-lint.md has a row for each.</summary>
internal static class LintRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        new OpenRoute(),
        new UnknownAuthorizer(),
        new AuthorizedPreflight(),
        new GatewayResponseWithoutCors(),
        new AnyOriginWithCredentials(),
        new DifferentIdentitySources(),
        new DifferentTtl(),
        new DifferentResponse(),
        new UnsetVariable(),
        new ThrowingHttpAuthorizer(),
        new NoIdentitySource(),
        new WebSocketTtl(),
        new KeptSimpleResponse(),
        new SimpleResponseVersion(),
        new IgnoredValidationExpression(),
        new UnanchoredValidationExpression(),
        new BroadPermission(),
        new MissingPermission(),
        new LongTimeout(),
        new DifferentArchitecture(),
        new UnsaidApiKeySource(),
        new ApiKeyWithoutAuthorizer(),
        new OpenDefaultEndpoint(),
        new PlainSecret(),
        new PrintedEvents(),
        new FixedPartition(),
    ];
}
