using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;

namespace Authorizers.Lambda.Typed;

/// <summary>Writes <c>requestContext</c> as API Gateway sends it, less what the authorizer of an integration put there.</summary>
internal static class AmazonRequestContext
{
    public static void Write(Utf8JsonWriter writer, APIGatewayProxyRequest.ProxyRequestContext context)
    {
        writer.WriteStartObject("requestContext"u8);
        writer.WriteString("accountId"u8, context.AccountId);
        writer.WriteString("resourceId"u8, context.ResourceId);
        writer.WriteString("stage"u8, context.Stage);
        writer.WriteString("requestId"u8, context.RequestId);
        writer.WriteString("resourcePath"u8, context.ResourcePath);
        writer.WriteString("apiId"u8, context.ApiId);
        writer.WriteString("extendedRequestId"u8, context.ExtendedRequestId);
        writer.WriteString("connectionId"u8, context.ConnectionId);
        writer.WriteString("domainName"u8, context.DomainName);
        writer.WriteString("domainPrefix"u8, context.DomainPrefix);
        writer.WriteString("eventType"u8, context.EventType);
        writer.WriteString("routeKey"u8, context.RouteKey);
        writer.WriteString("requestTime"u8, context.RequestTime);
        writer.WriteNumber("requestTimeEpoch"u8, context.RequestTimeEpoch);
        if (context.Identity is { } identity)
        {
            Write(writer, identity);
        }

        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, APIGatewayHttpApiV2ProxyRequest.ProxyRequestContext context)
    {
        writer.WriteStartObject("requestContext"u8);
        writer.WriteString("accountId"u8, context.AccountId);
        writer.WriteString("apiId"u8, context.ApiId);
        writer.WriteString("domainName"u8, context.DomainName);
        writer.WriteString("domainPrefix"u8, context.DomainPrefix);
        writer.WriteString("requestId"u8, context.RequestId);
        writer.WriteString("routeKey"u8, context.RouteKey);
        writer.WriteString("stage"u8, context.Stage);
        writer.WriteString("time"u8, context.Time);
        writer.WriteNumber("timeEpoch"u8, context.TimeEpoch);
        writer.WriteStartObject("http"u8);
        writer.WriteString("protocol"u8, context.Http?.Protocol);
        writer.WriteString("sourceIp"u8, context.Http?.SourceIp);
        writer.WriteString("userAgent"u8, context.Http?.UserAgent);
        writer.WriteEndObject();
        if (context.Authentication?.ClientCert is { } certificate)
        {
            writer.WriteStartObject("authentication"u8);
            WriteCertificate(
                writer,
                [certificate.ClientCertPem, certificate.SubjectDN, certificate.IssuerDN, certificate.SerialNumber],
                [certificate.Validity?.NotBefore, certificate.Validity?.NotAfter]);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, APIGatewayProxyRequest.RequestIdentity identity)
    {
        writer.WriteStartObject("identity"u8);
        writer.WriteString("apiKey"u8, identity.ApiKey);
        writer.WriteString("sourceIp"u8, identity.SourceIp);
        writer.WriteString("userAgent"u8, identity.UserAgent);
        if (identity.ClientCert is { } certificate)
        {
            WriteCertificate(
                writer,
                [certificate.ClientCertPem, certificate.SubjectDN, certificate.IssuerDN, certificate.SerialNumber],
                [certificate.Validity?.NotBefore, certificate.Validity?.NotAfter]);
        }

        writer.WriteEndObject();
    }

    /// <summary>Amazon has two types of it, with the same members.</summary>
    private static void WriteCertificate(Utf8JsonWriter writer, string?[] fields, string?[] validity)
    {
        writer.WriteStartObject("clientCert"u8);
        writer.WriteString("clientCertPem"u8, fields[0]);
        writer.WriteString("subjectDN"u8, fields[1]);
        writer.WriteString("issuerDN"u8, fields[2]);
        writer.WriteString("serialNumber"u8, fields[3]);
        writer.WriteStartObject("validity"u8);
        writer.WriteString("notBefore"u8, validity[0]);
        writer.WriteString("notAfter"u8, validity[1]);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
