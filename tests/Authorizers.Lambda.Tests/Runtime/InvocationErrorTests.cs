using System.Buffers;
using System.Text.Json;
using Authorizers.Lambda.Runtime;

namespace Authorizers.Lambda.Tests.Runtime;

/// <summary>What Lambda is told of a failure.</summary>
public sealed class InvocationErrorTests
{
    public static TheoryData<string> Exceptions => [.. SampleExceptions.All.Keys];

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void An_exception_becomes_a_type_of_a_closed_list_and_a_message_that_quotes_nothing(string happened)
    {
        (Exception thrown, string type, string message) = SampleExceptions.All[happened];

        Assert.Equal(new InvocationError(type, message), InvocationError.From(thrown));
        Assert.DoesNotContain(SampleExceptions.Secret, message);
    }

    [Fact]
    public void The_object_has_type_message_and_an_empty_stack_trace()
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            new InvocationError("Fault", "a \"b\"\nc").WriteTo(writer);
        }

        Assert.Equal(
            """{"errorType":"Fault","errorMessage":"a \u0022b\u0022\nc","stackTrace":[]}""", Wire.Text(json.WrittenSpan));
    }
}
