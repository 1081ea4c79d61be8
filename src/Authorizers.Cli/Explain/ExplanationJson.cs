using System.Buffers;
using System.Text.Json;
using Authorizers.Cli.Policies;
using Authorizers.Core;

namespace Authorizers.Cli.Explain;

/// <summary>An explanation for programs, as one line of JSON.</summary>
internal static class ExplanationJson
{
    public static ReadOnlySpan<byte> Write(Explanation explanation)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(line, CompactJson.Options))
        {
            writer.WriteStartObject();
            WriteEvent(writer, explanation);
            WriteCredentials(writer, explanation);
            WriteOrigin(writer, explanation.Origin);
            WriteChecks(writer, explanation);
            WriteDecision(writer, explanation);
            WriteSession(writer, explanation.Session);
            WriteClient(writer, explanation);
            WriteCopy(writer, explanation.Copy);
            writer.WriteEndObject();
        }

        return line.WrittenSpan;
    }

    private static void WriteEvent(Utf8JsonWriter writer, Explanation explanation)
    {
        EventFacts facts = explanation.Event;
        writer.WriteStartObject("event");
        writer.WriteString("format", facts.Format);
        writer.WriteString("methodArn", facts.Method?.ToString());
        writer.WriteString("method", facts.Method is { } called ? $"{called.HttpMethod}" : null);
        writer.WriteString("path", facts.Method is { } method ? $"/{method.Path}" : null);
        writer.WriteString("routeKey", facts.RouteKey);
        writer.WriteString("route", explanation.Answer.Record.Route);
        writer.WriteEndObject();
    }

    private static void WriteCredentials(Utf8JsonWriter writer, Explanation explanation)
    {
        writer.WriteStartArray("credentials");
        foreach (FoundCredential found in explanation.Credentials)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", found.Kind);
            writer.WriteString("source", found.Source);
            writer.WriteString("scheme", found.Scheme);
            writer.WriteNumber("length", found.Length);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteOrigin(Utf8JsonWriter writer, OriginCheck? origin)
    {
        if (origin is null)
        {
            writer.WriteNull("origin");
            return;
        }

        writer.WriteStartObject("origin");
        writer.WriteString("page", origin.Page);
        writer.WriteBoolean("allowed", origin.IsAllowed);
        writer.WriteString("reason", origin.Reason);
        writer.WriteEndObject();
    }

    private static void WriteChecks(Utf8JsonWriter writer, Explanation explanation)
    {
        if (explanation.Checks is not { } checks)
        {
            writer.WriteNull("checks");
            return;
        }

        writer.WriteStartObject("checks");
        writer.WriteBoolean("allHold", checks.AllHold);
        writer.WriteString("failed", checks.Failed);
        WriteReason(writer, checks.Code, checks.Claim, explanation.Meanings);
        writer.WriteEndObject();
    }

    private static void WriteDecision(Utf8JsonWriter writer, Explanation explanation)
    {
        RecordFacts record = explanation.Answer.Record;
        writer.WriteStartObject("decision");
        writer.WriteString("outcome", record.Outcome);
        WriteReason(writer, record.Code, record.Claim, explanation.Meanings);
        writer.WriteString("principal", explanation.Principal);
        writer.WriteString("usageIdentifierKey", explanation.Metered);
        writer.WriteString("issuer", record.Issuer);
        writer.WriteString("keyId", record.KeyId);
        writer.WriteString("apiKey", record.ApiKey);
        writer.WriteString("errorType", explanation.Answer.Error?.Type);
        writer.WriteString("errorMessage", explanation.Answer.Error?.Message);
        writer.WriteEndObject();
    }

    private static void WriteReason(Utf8JsonWriter writer, string? code, string? claim, CodeMeanings meanings)
    {
        CodeMeaning? meaning = meanings.Of(code);
        writer.WriteString("code", code);
        writer.WriteString("claim", claim);
        writer.WriteString("meaning", meaning?.Meaning);
        writer.WriteString("whatToDo", meaning?.WhatToDo);
    }

    private static void WriteSession(Utf8JsonWriter writer, Session? session)
    {
        if (session is null)
        {
            writer.WriteNull("session");
            return;
        }

        writer.WriteStartObject("session");
        writer.WriteNumber("exp", session.Ends.ToUnixTimeSeconds());
        writer.WriteString("connectionId", session.ConnectionId);
        writer.WriteString("subprotocol", session.Subprotocol);
        writer.WriteEndObject();
    }

    private static void WriteClient(Utf8JsonWriter writer, Explanation explanation)
    {
        ClientAnswer client = explanation.Client;
        writer.WriteStartObject("client");
        writer.WriteString("api", explanation.Api.Name);
        writer.WriteString("decision", client.Decision?.ToString());
        AnswerJson.WriteStatements(writer, client.Statements);
        writer.WriteNumber("status", client.Status);
        writer.WriteString("body", client.Body);
        writer.WriteString("note", explanation.ClientNote);
        writer.WriteEndObject();
    }

    private static void WriteCopy(Utf8JsonWriter writer, CachedCopy copy)
    {
        writer.WriteStartObject("cachedCopy");
        writer.WriteBoolean("kept", copy.IsKept);
        writer.WriteStartArray("remarks");
        foreach (string remark in copy.Remarks)
        {
            writer.WriteStringValue(remark);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("routes");
        foreach (RouteComparison route in copy.Routes)
        {
            WriteRoute(writer, route);
        }

        writer.WriteEndArray();
        if (copy.IsKept)
        {
            writer.WriteBoolean("alike", copy.IsAlike);
        }
        else
        {
            writer.WriteNull("alike");
        }

        writer.WriteEndObject();
    }

    private static void WriteRoute(Utf8JsonWriter writer, RouteComparison route)
    {
        writer.WriteStartObject();
        writer.WriteString("route", route.Route);
        writer.WriteString("methodArn", route.Call?.Method.ToString());
        WriteStatus(writer, "fresh", route.Fresh);
        WriteStatus(writer, "cached", route.Cached);
        writer.WriteBoolean("alike", route.IsAlike);
        writer.WriteString("note", route.Note);
        writer.WriteEndObject();
    }

    private static void WriteStatus(Utf8JsonWriter writer, string name, ClientAnswer? answer)
    {
        if (answer is null)
        {
            writer.WriteNull(name);
        }
        else
        {
            writer.WriteNumber(name, answer.Status);
        }
    }
}
