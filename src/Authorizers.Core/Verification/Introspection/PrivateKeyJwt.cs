using System.Buffers;
using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Verification.Introspection;

/// <summary>
/// A JWT that we sign, good once and for a minute (RFC 7523 section 3). Its only audience is the issuer and its type says what
/// it is for, as that RFC's successor asks, so that no other server can use it.
/// </summary>
internal sealed class PrivateKeyJwt(string clientId, string issuer, ClientKey key, JwsAlgorithm algorithm, string? keyId)
    : ClientAuthentication
{
    private const int IdLength = 16;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    public override void Prove(HttpRequestHeaders headers, List<KeyValuePair<string, string>> form, DateTimeOffset now)
    {
        form.Add(new("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"));
        form.Add(new("client_assertion", Assertion(now)));
    }

    private string Assertion(DateTimeOffset now)
    {
        string signingInput = $"{Encode(WriteHeader)}.{Encode(claims => WriteClaims(claims, now))}";
        return $"{signingInput}.{Base64Url.EncodeToString(key.Sign(algorithm, Encoding.ASCII.GetBytes(signingInput)))}";
    }

    private void WriteHeader(Utf8JsonWriter header)
    {
        header.WriteString("alg"u8, algorithm.Name);
        header.WriteString("typ"u8, "client-authentication+jwt"u8);
        if (keyId is not null)
        {
            header.WriteString("kid"u8, keyId);
        }
    }

    private void WriteClaims(Utf8JsonWriter claims, DateTimeOffset now)
    {
        claims.WriteString("iss"u8, clientId);
        claims.WriteString("sub"u8, clientId);
        claims.WriteString("aud"u8, issuer);
        claims.WriteString("jti"u8, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdLength)));
        claims.WriteNumber("iat"u8, now.ToUnixTimeSeconds());
        claims.WriteNumber("exp"u8, (now + Lifetime).ToUnixTimeSeconds());
    }

    private static string Encode(Action<Utf8JsonWriter> writeMembers)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, CompactJson.Options))
        {
            writer.WriteStartObject();
            writeMembers(writer);
            writer.WriteEndObject();
        }

        return Base64Url.EncodeToString(json.WrittenSpan);
    }
}
