using System.Globalization;
using System.Text;
using Authorizers.Core.Events;
using Authorizers.Core.Policies.Evaluation;

namespace Authorizers.Cli.Explain;

/// <summary>An explanation for people to read, in ASCII, in the order in which things happen.</summary>
internal static class ExplanationText
{
    private const string NoReason = "not good; where anyone may connect, the function does not say why";

    public static string Write(Explanation explanation)
    {
        var text = new StringBuilder();
        AddSection(text, "Event", EventRows(explanation));
        AddSection(text, "Credential", CredentialRows(explanation));
        AddHandshakeSection(text, "Origin", HandshakeText.Origin(explanation.Origin));
        AddSection(text, "Checks", CheckRows(explanation));
        AddSection(text, "Decision", DecisionRows(explanation));
        AddSection(text, "Policy", PolicyRows(explanation.Client));
        AddHandshakeSection(text, "Backend", HandshakeText.Session(explanation.Session));
        AddSection(text, "Client", ClientRows(explanation));
        AddCopy(text, explanation.Copy);
        return text.ToString().TrimEnd('\n');
    }

    private static void AddSection(StringBuilder text, string title, IEnumerable<string[]> rows) => text
        .Append(title)
        .Append('\n')
        .Append(PlainTable.Write([.. rows.Select(row => row.Select(ReadableText.Of).ToArray())]))
        .Append('\n');

    /// <summary>Nothing, where there is nothing of a handshake to tell.</summary>
    private static void AddHandshakeSection(StringBuilder text, string title, string[][] rows)
    {
        if (rows.Length > 0)
        {
            AddSection(text, title, rows);
        }
    }

    private static IEnumerable<string[]> EventRows(Explanation explanation)
    {
        EventFacts facts = explanation.Event;
        yield return ["format", facts.Format ?? "none of API Gateway's"];
        if (facts.Method is not { } method)
        {
            yield return ["method", "none that can be read"];
            yield break;
        }

        yield return ["API", $"{method.ApiId}, stage {method.Stage}"];
        yield return ["method", $"{method.HttpMethod}"];
        yield return ["path", $"/{method.Path}"];
        if (facts.RouteKey is { } key)
        {
            yield return ["route key", key];
        }

        RecordFacts record = explanation.Answer.Record;
        yield return ["route", record.Route ?? (record.Outcome is "outage" or "fault" ? "not decided" : "none of the route table")];
    }

    private static IEnumerable<string[]> CredentialRows(Explanation explanation)
    {
        foreach (FoundCredential found in explanation.Credentials)
        {
            yield return ["kind", found.Kind];
            yield return ["source", found.Source];
            yield return ["scheme", found.Scheme ?? "none that is known"];
            yield return ["length", string.Create(CultureInfo.InvariantCulture, $"{found.Length} bytes")];
        }

        if (explanation.Credentials.Count == 0)
        {
            yield return ["none", "nothing is where it is looked for"];
        }
    }

    private static IEnumerable<string[]> CheckRows(Explanation explanation)
    {
        if (explanation.Checks is not { } checks)
        {
            yield return ["none", "nothing was decided about the credential"];
        }
        else if (checks.AllHold)
        {
            yield return ["all hold", Evidence(explanation)];
        }
        else
        {
            yield return [checks.Failed ?? "refused", checks.Code is null ? NoReason : Reason(checks.Code, checks.Claim)];
            foreach (string[] row in MeaningRows(explanation.Meanings.Of(checks.Code)))
            {
                yield return row;
            }
        }
    }

    private static string Evidence(Explanation explanation)
    {
        RecordFacts record = explanation.Answer.Record;
        bool hasTicket = explanation.Credentials is [{ Kind: FoundCredential.Ticket }];
        (string Name, string? Value)[] facts =
        [
            ("issuer", record.Issuer), ("key", record.KeyId), ("API key", record.ApiKey),
            ("ticket", hasTicket ? "used up" : null),
        ];
        return string.Join(", ", facts.Where(fact => fact.Value is not null).Select(fact => $"{fact.Name} {fact.Value}"));
    }

    private static IEnumerable<string[]> DecisionRows(Explanation explanation)
    {
        RecordFacts record = explanation.Answer.Record;
        yield return ["outcome", record.Outcome];
        if (explanation.Principal is { } principal)
        {
            yield return ["principal", principal];
        }

        if (explanation.Metered is { } metered)
        {
            yield return ["metered by", metered];
        }

        if (explanation.Answer.Error is { } error)
        {
            yield return ["error", error.Message == error.Type ? error.Type : $"{error.Type}: {error.Message}"];
        }

        if (record.Code is not null && record.Code != explanation.Checks?.Code)
        {
            yield return ["code", Reason(record.Code, record.Claim)];
            foreach (string[] row in MeaningRows(explanation.Meanings.Of(record.Code)))
            {
                yield return row;
            }
        }
    }

    private static IEnumerable<string[]> MeaningRows(CodeMeaning? meaning) =>
        meaning is null ? [] : [["meaning", meaning.Meaning], ["what to do", meaning.WhatToDo]];

    private static string Reason(string? code, string? claim) => claim is null ? $"{code}" : $"{code} ({claim})";

    private static IEnumerable<string[]> PolicyRows(ClientAnswer client)
    {
        yield return ["decision", client.Decision is { } decision ? $"{decision}" : "no policy: the function gave an error"];
        foreach (AppliedStatement statement in client.Statements)
        {
            string where = string.Create(CultureInfo.InvariantCulture, $"{statement.Source} statement {statement.Index}");
            yield return [$"{statement.Effect}", $"{where}: {statement.Resource ?? "all but the resources that it names"}"];
        }
    }

    private static IEnumerable<string[]> ClientRows(Explanation explanation)
    {
        ClientAnswer client = explanation.Client;
        yield return ["API", explanation.Api.Name];
        yield return ["status", client.Status.ToString(CultureInfo.InvariantCulture)];
        yield return ["body", client.Body ?? "the backend's"];
        if (explanation.ClientNote is { } note)
        {
            yield return ["note", note];
        }
    }

    private static void AddCopy(StringBuilder text, CachedCopy copy)
    {
        text.Append("Cached copy\n");
        foreach (string remark in copy.Remarks)
        {
            text.Append("  ").Append(remark).Append('\n');
        }

        if (copy.IsKept)
        {
            string[] headings = ["route", "call", "fresh", "cached", "note"];
            text.Append(PlainTable.Write([headings, .. copy.Routes.Select(Cells)]));
            text.Append("  ").Append(Verdict(copy)).Append('\n');
        }
    }

    private static string[] Cells(RouteComparison row) =>
        [row.Route, Called(row.Call?.Method), Status(row.Fresh), Status(row.Cached), row.Note ?? ""];

    private static string Called(MethodArn? method) => method is null ? "" : $"{method.HttpMethod} /{method.Path}";

    private static string Status(ClientAnswer? answer) => answer?.Status.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Verdict(CachedCopy copy)
    {
        int others = copy.Routes.Count(route => !route.IsAlike);
        return others == 0
            ? string.Create(CultureInfo.InvariantCulture, $"alike for all {copy.Routes.Count} routes")
            : string.Create(CultureInfo.InvariantCulture, $"different for {others} of {copy.Routes.Count} routes");
    }
}
