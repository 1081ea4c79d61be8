using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Authorizers.Core;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Policies;
using Authorizers.Core.Policies.Exactness;
using Authorizers.Core.Verification;

namespace Authorizers.Cli.Policies;

/// <summary>
/// Builds one policy. The configuration is judged for the caller given and for nobody else: clashes of other callers do not
/// matter here.
/// </summary>
internal sealed class BuildRun(Terminal terminal, TimeProvider clock)
{
    public int Run(BuildArguments arguments)
    {
        if (ChosenConfiguration.Find(terminal, arguments.Configuration) is not { } file
            || ChosenConfiguration.LoadWithoutFiles(terminal, file) is not { } configuration)
        {
            return ExitCode.BadUsage;
        }

        string[] routes = RoutesOption.Split(arguments.Routes);
        if (RoutesOption.ProblemsOf(routes, configuration) is [_, ..] problems)
        {
            terminal.Say(string.Join('\n', problems));
            return ExitCode.BadUsage;
        }

        Principal? principal = arguments.Anonymous ? null : PrincipalOf(arguments, routes);
        Grants grants = configuration.Routes.Divide(principal, new RequestValues(arguments.Values), clock);
        if (grants.Allowed.Count == 0)
        {
            terminal.Say("No route is granted.");
            terminal.WriteData(PolicyDocument.DenyAll(arguments.Method).Json);
            return ExitCode.Done;
        }

        int maxBytes = configuration.MaxResponseBytes;
        return Show(new PolicyBuilder(grants, arguments.Method).Within(maxBytes), maxBytes);
    }

    private int Show(BuiltPolicy policy, int maxBytes)
    {
        switch (policy)
        {
            case BuiltPolicy.Exact exact:
                terminal.WriteData(exact.Document.Json);
                return ExitCode.Done;
            case BuiltPolicy.Inexpressible inexpressible:
                terminal.WriteData(Json(inexpressible.Clash));
                terminal.Say(inexpressible.Clash.ToString());
                return ExitCode.Failed;
            case BuiltPolicy.TooLarge tooLarge:
                terminal.WriteData(Json(tooLarge));
                terminal.Say(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The policy is over maxResponseBytes ({maxBytes}), or a resource in it over 512 characters."));
                return ExitCode.Failed;
            case BuiltPolicy.TooIntricate:
                terminal.WriteData("{\"code\":\"policy_too_large\",\"bytes\":null}"u8);
                terminal.Say("It would take too long to find out whether a policy can say what the table grants.");
                return ExitCode.Failed;
            case var other:
                throw new InvalidOperationException(other.GetType().Name);
        }
    }

    private static Principal PrincipalOf(BuildArguments arguments, string[] routes) => new()
    {
        Id = "caller",
        Scopes = arguments.Scopes,
        Groups = arguments.Groups,
        Routes = routes.Length == 0 ? null : routes,
        Claims =
        [
            .. arguments.Claims.GroupBy(claim => claim.Key, claim => claim.Value, StringComparer.Ordinal)
                .Select(claim => KeyValuePair.Create<string, IReadOnlyList<string>>(claim.Key, [.. claim])),
        ],
    };

    private static ReadOnlySpan<byte> Json(PolicyClash clash) => Json(Rejection.PolicyInexpressible, writer =>
    {
        writer.WriteStartArray("routes"u8);
        foreach (RouteRule rule in clash.Routes)
        {
            writer.WriteStringValue(rule.Route.ToString());
        }

        writer.WriteEndArray();
    });

    private static ReadOnlySpan<byte> Json(BuiltPolicy.TooLarge tooLarge) =>
        Json(Rejection.PolicyTooLarge, writer => writer.WriteNumber("bytes"u8, tooLarge.Bytes));

    private static ReadOnlySpan<byte> Json(Rejection reason, Action<Utf8JsonWriter> writeDetails)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, CompactJson.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("code"u8, reason.Code);
            writeDetails(writer);
            writer.WriteEndObject();
        }

        return json.WrittenSpan;
    }
}
