using System.Reflection;
using System.Runtime.CompilerServices;
using Authorizers.Core.Configuration;
using Authorizers.Core.Events;
using Authorizers.Core.Policies;
using Authorizers.Core.Policies.Evaluation;
using Authorizers.Core.Responses;
using Authorizers.Core.Verification;

namespace Authorizers.Core.Tests;

/// <summary>What holds for the whole of Core, whoever adds to it.</summary>
public sealed class ConventionTests
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly string[] Flow = ["Events", "Credentials", "Verification", "Decisions", "Policies", "Responses"];

    private static readonly string[] Codes =
    [
        "credential_missing", "credential_malformed", "credential_repeated",
        "token_too_large", "token_malformed", "token_encrypted", "token_compressed",
        "header_malformed", "critical_parameter", "algorithm_not_allowed", "issuer_unknown", "key_unknown", "key_unsuitable",
        "signature_invalid",
        "claims_malformed", "claim_missing", "claim_invalid", "audience_mismatch", "client_mismatch", "token_expired",
        "token_not_yet_valid", "token_from_future", "token_too_old", "type_mismatch", "use_mismatch", "claim_mismatch",
        "binding_missing", "binding_mismatch",
        "token_inactive",
        "key_malformed", "key_checksum", "key_not_found", "key_secret_mismatch", "key_disabled", "key_expired",
        "key_not_yet_valid", "key_route", "key_address",
        "origin_not_allowed", "ticket_not_found", "ticket_expired", "ticket_origin", "ticket_address", "route_not_connect",
        "not_granted", "condition_failed", "path_unsafe",
        "policy_inexpressible", "policy_too_large", "context_too_large",
    ];

    private static readonly string[] OutageCodes =
    [
        "issuer_unreachable", "introspection_unreachable", "introspection_refused", "table_unreachable", "record_invalid",
        "deadline_exceeded",
    ];

    private static readonly Type[] Types = typeof(Rejection).Assembly.GetTypes();

    [Fact]
    public void No_stage_names_a_later_stage()
    {
        IEnumerable<string> backwards =
            from type in Types
            where Stage(type) >= 0
            from named in NamedBy(type).SelectMany(Parts)
            where Stage(named) > Stage(type)
            select $"{type} names {named}";

        Assert.Empty(backwards.Distinct());
    }

    [Fact]
    public void Every_stage_has_types() =>
        Assert.All(Flow, (_, stage) => Assert.Contains(Types, type => Stage(type) == stage));

    [Fact]
    public void Every_class_is_sealed_static_or_abstract() => Assert.DoesNotContain(
        Types, type => type.IsClass && !type.IsSealed && !type.IsAbstract && !IsGenerated(type));

    [Fact]
    public void Every_rejection_has_a_code_of_its_own_from_the_closed_list()
    {
        List<Rejection> rejections =
        [
            .. typeof(Rejection).GetProperties(All)
                .Where(property => property.PropertyType == typeof(Rejection))
                .Select(property => (Rejection)property.GetValue(null)!),
            Rejection.ClaimMissing("x"),
            Rejection.ClaimInvalid("x"),
        ];

        Assert.InRange(rejections.Count, 20, Codes.Length);
        Assert.Distinct(rejections.Select(rejection => rejection.Code));
        Assert.All(rejections, rejection => Assert.Contains(rejection.Code, Codes));
        Assert.All(rejections, rejection => Assert.Matches("^[a-z]+(_[a-z]+)*$", rejection.Code));
    }

    [Fact]
    public void Every_outage_has_a_code_from_the_closed_list()
    {
        OutageException[] outages =
        [
            OutageException.IssuerUnreachable(""), OutageException.IntrospectionUnreachable(""),
            OutageException.IntrospectionRefused(""), OutageException.DeadlineExceeded("the issuer"),
            OutageException.TableUnreachable(""), OutageException.RecordInvalid("", ""), OutageException.TicketInvalid(""),
        ];

        Assert.Equal(
            outages.Length,
            typeof(OutageException).GetMethods(All).Count(method => method.ReturnType == typeof(OutageException)));
        Assert.All(outages, outage => Assert.Contains(outage.Code, OutageCodes));
    }

    [Fact]
    public void What_nobody_filled_in_refuses()
    {
        Assert.Equal("Deny", default(Effect).ToString());
        Assert.Equal("ImplicitDeny", default(PolicyDecision).ToString());
        Assert.Equal("Throw", default(OnUnauthenticated).ToString());
        Assert.Equal("None", default(EventFormat).ToString());
        Assert.Equal("None", default(RequestPart).ToString());
        Assert.Equal("Policy", default(ResponseKind).ToString());
        Assert.Equal("Unstated", default(TokenUse).ToString());
        Assert.False(default(VerificationResult).Succeeded);
        Assert.Equal(
            [
                "Effect", "EventFormat", "EventKind", "OnUnauthenticated", "PolicyDecision", "RequestPart", "ResponseKind",
                "SegmentKind", "TokenUse",
            ],
            Types.Where(type => type.IsEnum).Select(type => type.Name).Order());
    }

    private static int Stage(Type type) =>
        Array.FindIndex(Flow, stage => $"{type.Namespace}.".StartsWith($"Authorizers.Core.{stage}.", StringComparison.Ordinal));

    /// <summary>All types that a type's declaration shows, and those that its closures and state machines hold.</summary>
    private static IEnumerable<Type> NamedBy(Type type)
    {
        IEnumerable<MethodBase> methods = [.. type.GetMethods(All), .. type.GetConstructors(All)];
        return
        [
            .. type.GetInterfaces(),
            type.BaseType ?? typeof(object),
            .. type.GetFields(All).Select(field => field.FieldType),
            .. type.GetProperties(All).Select(property => property.PropertyType),
            .. type.GetMethods(All).Select(method => method.ReturnType),
            .. methods.SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType),
            .. methods.SelectMany(method => method.GetMethodBody()?.LocalVariables ?? []).Select(local => local.LocalType),
        ];
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : [type, .. type.GetGenericArguments().SelectMany(Parts)];

    private static bool IsGenerated(Type type) => type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
}
