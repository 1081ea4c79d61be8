using System.Net;
using System.Text.Json;
using Authorizers.Core.Configuration;

namespace Authorizers.Core.Verification.Introspection;

/// <summary>Asks an issuer about one token (RFC 7662 section 2.1): an answer, or an outage.</summary>
internal sealed class IntrospectionEndpoint(IntrospectionConfiguration settings, OutboundHttp http, TimeProvider clock)
{
    /// <exception cref="OutageException">There was no answer within the caller's time, or none that is one.</exception>
    public async Task<IntrospectionAnswer> AskAsync(string token, CancellationToken cancel)
    {
        try
        {
            using HttpResponseMessage response = await SendAsync(token, cancel);
            return Read(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancel));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            string problem = OutboundFailure.Describe(e, "could not be asked");
            throw OutageException.IntrospectionUnreachable($"{settings.Endpoint} {problem}.", e);
        }
    }

    /// <summary>
    /// A connection kept while the sandbox was frozen may have died meanwhile, and the platform repeats no request that has a
    /// body. This one can be repeated: it changes nothing.
    /// </summary>
    private async Task<HttpResponseMessage> SendAsync(string token, CancellationToken cancel)
    {
        try
        {
            return await SendOnceAsync(token, cancel);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ResponseEnded or HttpRequestError.Unknown)
        {
            return await SendOnceAsync(token, cancel);
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(string token, CancellationToken cancel)
    {
        List<KeyValuePair<string, string>> form = [new("token", token), new("token_type_hint", "access_token")];
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Endpoint);
        request.Headers.Accept.Add(new("application/json"));
        settings.Authentication.Prove(request.Headers, form, clock.GetUtcNow());
        request.Content = new FormUrlEncodedContent(form);
        return await http.Client.SendAsync(request, cancel);
    }

    private IntrospectionAnswer Read(HttpStatusCode status, byte[] body)
    {
        if (status == HttpStatusCode.OK && IntrospectionAnswer.Read(body) is { } answer)
        {
            return answer;
        }

        string? error = Error(body);
        return status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || error == "invalid_client"
                ? throw OutageException.IntrospectionRefused($"{settings.Endpoint} does not accept our credentials.")
            // Some endpoints say so of whatever looks like no token of theirs: else anybody could cause an outage at will.
            : status == HttpStatusCode.BadRequest && error == "unsupported_token_type" ? IntrospectionAnswer.Inactive
            : throw OutageException.IntrospectionUnreachable(status == HttpStatusCode.OK
                ? $"{settings.Endpoint} does not say whether the token is active."
                : $"{settings.Endpoint} answered {(int)status}.");
    }

    /// <summary>"error" of RFC 6749 section 5.2; compared, never told.</summary>
    private static string? Error(byte[] body) =>
        StrictJson.ParseObjectOnce(body) is { } members
        && members.TryGetProperty("error"u8, out JsonElement error) && error.ValueKind == JsonValueKind.String
            ? error.GetString()
            : null;
}
