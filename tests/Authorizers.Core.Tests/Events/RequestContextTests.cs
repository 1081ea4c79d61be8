using System.Security.Cryptography;
using Authorizers.Core.Events;
using Authorizers.Tests.Shared;

namespace Authorizers.Core.Tests.Events;

/// <summary>One spelling of <c>$context</c> for all formats, and the client's certificate.</summary>
public sealed class RequestContextTests : IDisposable
{
    private const string RestContext = """
        {"requestContext":{"path":"/prod/orders/42","httpMethod":"DELETE","stage":"prod","apiId":"a1","accountId":"123456789012",
        "requestId":"r","domainName":"d","domainPrefix":"p","protocol":"HTTP/1.1","requestTime":"t","requestTimeEpoch":1795145340000,
        "identity":{"sourceIp":"203.0.113.9","userAgent":"curl/8","user":null,"list":["a"]}}}
        """;

    private const string Http2Context = """
        {"requestContext":{"stage":"prod","apiId":"a1","accountId":"123456789012","requestId":"r","domainName":"d","domainPrefix":"p",
        "routeKey":"GET /orders/{id}","time":"t","timeEpoch":1795145340000,
        "http":{"method":"DELETE","path":"/prod/orders/42","protocol":"HTTP/1.1","sourceIp":"203.0.113.9","userAgent":"curl/8"}}}
        """;

    private readonly CertificateAuthority _authority = CertificateAuthority.Root("client");

    public void Dispose() => _authority.Dispose();

    [Theory]
    [InlineData("identity.sourceIp", "203.0.113.9")]
    [InlineData("identity.userAgent", "curl/8")]
    [InlineData("protocol", "HTTP/1.1")]
    [InlineData("requestTime", "t")]
    [InlineData("requestTimeEpoch", "1795145340000")]
    [InlineData("stage", "prod")]
    [InlineData("apiId", "a1")]
    [InlineData("accountId", "123456789012")]
    [InlineData("requestId", "r")]
    [InlineData("domainName", "d")]
    [InlineData("domainPrefix", "p")]
    [InlineData("httpMethod", "GET")]
    [InlineData("path", "/orders/42")]
    public void A_context_value_has_the_spelling_of_rest_apis_in_each_format(string name, string value)
    {
        Assert.Equal([value], SomeEvent.Rest(RestContext).Of($"context.{name}"));
        Assert.Equal([value], SomeEvent.Http2(Http2Context).Of($"context.{name}"));
    }

    [Theory]
    [InlineData("context.http.sourceIp")]
    [InlineData("context.http.method")]
    [InlineData("context.http.path")]
    [InlineData("context.time")]
    [InlineData("context.identity.user")]
    [InlineData("context.identity.list")]
    [InlineData("context.identity")]
    public void Another_spelling_a_null_and_a_list_are_no_value(string key)
    {
        Assert.Empty(SomeEvent.Rest(RestContext).Of(key));
        Assert.Empty(SomeEvent.Http2(Http2Context).Of(key));
    }

    [Fact]
    public void The_path_is_that_of_the_method_arn_without_stage_and_base_path() =>
        Assert.Equal(["/orders/42"], SomeEvent.Rest("""{"path":"/base/x","requestContext":{"path":"/base/x"}}""").Of("context.path"));

    [Fact]
    public void The_header_that_overrides_the_method_means_nothing()
    {
        AuthorizerRequest request = SomeEvent.Rest("""{"headers":{"X-HTTP-Method-Override":"DELETE"},"httpMethod":"DELETE"}""");

        Assert.Equal("GET", request.Method.HttpMethod.ToString());
        Assert.Equal(["GET"], request.Of("context.httpMethod"));
    }

    [Fact]
    public void A_source_address_that_comes_twice_is_two_values() => Assert.Equal(
        ["a", "b"],
        SomeEvent.Rest("""{"requestContext":{"identity":{"sourceIp":"a","sourceIp":"b"}}}""").Of("context.identity.sourceIp"));

    [Theory]
    [InlineData("subjectDN", "CN=client")]
    [InlineData("issuerDN", "CN=ca")]
    [InlineData("serialNumber", "a1:a1")]
    [InlineData("notBefore", "May 28 12:30:02 2026 GMT")]
    [InlineData("notAfter", "Aug  5 09:36:04 2027 GMT")]
    public void A_field_of_the_certificate_is_found_in_each_format(string field, string value)
    {
        string certificate = Certificate("none");

        Assert.Equal([value], WithRest(certificate).Of($"clientCertificate.{field}"));
        Assert.Equal([value], WithHttp2(certificate).Of($"clientCertificate.{field}"));
    }

    [Fact]
    public void The_thumbprint_is_the_sha_256_of_the_certificate_in_hexadecimal()
    {
        string thumbprint = Convert.ToHexStringLower(SHA256.HashData(_authority.Certificate.RawData));
        string certificate = Certificate(_authority.Pem.ReplaceLineEndings("\\n"));

        Assert.Equal([thumbprint], WithRest(certificate).Of("clientCertificate.thumbprint"));
        Assert.Equal([thumbprint], WithHttp2(certificate).Of("clientCertificate.thumbprint"));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("-----BEGIN CERTIFICATE-----\\n*\\n-----END CERTIFICATE-----")]
    [InlineData("-----BEGIN PRIVATE KEY-----\\nAAAA\\n-----END PRIVATE KEY-----")]
    public void What_is_no_certificate_has_no_thumbprint(string pem) =>
        Assert.Empty(WithRest(Certificate(pem)).Of("clientCertificate.thumbprint"));

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"clientCertPem":null}""")]
    [InlineData("""{"clientCertPem":""}""")]
    public void Without_its_text_there_is_no_certificate(string certificate) =>
        Assert.Null(WithRest(certificate).ClientCertificate);

    private static AuthorizerRequest WithRest(string certificate) =>
        SomeEvent.Rest($$"""{"requestContext":{"identity":{"clientCert":{{certificate}} } } }""");

    private static AuthorizerRequest WithHttp2(string certificate) =>
        SomeEvent.Http2($$"""{"requestContext":{"authentication":{"clientCert":{{certificate}} } } }""");

    private static string Certificate(string pem) => $$"""
        {"clientCertPem":"{{pem}}","subjectDN":"CN=client","issuerDN":"CN=ca","serialNumber":"a1:a1",
        "validity":{"notBefore":"May 28 12:30:02 2026 GMT","notAfter":"Aug  5 09:36:04 2027 GMT"} }
        """;
}
