using System.Collections;
using System.Reflection;
using System.Text.Json;

namespace Authorizers.Core.Tests.Documentation;

/// <summary>Writes out all that an object of ours holds, so that two can be compared without naming their members.</summary>
internal static class ObjectText
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => JsonSerializer.Serialize(text),
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Of))}]",
        _ when value.GetType() is { IsEnum: false } type && type.Assembly == typeof(Rejection).Assembly =>
            $"{type.Name} {{ {string.Join(", ", Fields(type).Select(field => $"{field.Name}: {Of(field.GetValue(value))}"))} }}",
        _ => value.ToString()!,
    };

    private static FieldInfo[] Fields(Type type) => type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic);
}
