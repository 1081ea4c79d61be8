using System.Reflection;

namespace Amazon.Lambda.Contracts.Tests;

/// <summary>What a program can name of a type, in C#-like lines: the type first, then its own members in ordinal order.</summary>
internal static class Shape
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Type type) =>
        string.Join('\n', Members(type).Select(Obsolescence).Order(StringComparer.Ordinal).Prepend(Header(type)));

    private static IEnumerable<(MemberInfo Member, string Text)> Members(Type type) =>
        type.IsEnum
            ? type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(Constant)
            : [
                .. type.GetConstructors(Own).Where(IsVisible).Select(Constructor),
                .. type.GetProperties(Own).Where(property => IsVisible(property.GetMethod!)).Select(Property),
                .. type.GetMethods(Own).Where(method => IsVisible(method) && !method.IsSpecialName).Select(Method),
            ];

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily;

    private static string Header(Type type)
    {
        string kind = type.IsInterface ? "interface"
            : type.IsEnum ? "enum"
            : type.IsAbstract ? "abstract class"
            : type.IsSealed ? "sealed class"
            : "class";
        Type? parent = type.IsEnum || type.BaseType == typeof(object) ? null : type.BaseType;

        return parent is null ? $"{kind} {Name(type)}" : $"{kind} {Name(type)} : {Name(parent)}";
    }

    private static string Obsolescence((MemberInfo Member, string Text) line) =>
        line.Member.IsDefined(typeof(ObsoleteAttribute)) ? $"{line.Text} obsolete" : line.Text;

    private static (MemberInfo Member, string Text) Constant(FieldInfo field) =>
        (field, $"{field.Name} = {Convert.ToInt32(field.GetRawConstantValue(), provider: null)}");

    private static (MemberInfo Member, string Text) Constructor(ConstructorInfo constructor) =>
        (constructor, $"{Access(constructor)}new({Parameters(constructor)})");

    private static (MemberInfo Member, string Text) Property(PropertyInfo property)
    {
        MethodInfo getter = property.GetMethod!;
        string setter = property.SetMethod is { } method && IsVisible(method) ? " set;" : "";

        return (property, $"{Access(getter)}{Name(property.PropertyType)} {property.Name} {{ get;{setter} }}{Body(getter)}");
    }

    private static (MemberInfo Member, string Text) Method(MethodInfo method)
    {
        string arguments = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

        return (method,
            $"{Access(method)}{Name(method.ReturnType)} {method.Name}{arguments}({Parameters(method)}){Body(method)}");
    }

    private static string Access(MethodBase method)
    {
        string access = method.IsFamily ? "protected " : "";
        bool inInterface = method.DeclaringType!.IsInterface;
        bool overrides = method is MethodInfo own && own.GetBaseDefinition() != own;

        return inInterface ? access
            : overrides ? access + "override "
            : method.IsAbstract ? access + "abstract "
            : method is { IsVirtual: true, IsFinal: false } ? access + "virtual "
            : access;
    }

    private static string Body(MethodBase method) =>
        method.DeclaringType!.IsInterface && !method.IsAbstract ? " => default" : "";

    private static string Parameters(MethodBase method) =>
        string.Join(',', method.GetParameters().Select(Parameter)).TrimStart();

    private static string Parameter(ParameterInfo parameter)
    {
        string modifier = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params "
            : parameter.ParameterType.IsByRef ? "ref "
            : "";

        return parameter.HasDefaultValue
            ? $"\n    {Name(parameter.ParameterType)} {parameter.Name} = null"
            : $" {modifier}{Name(parameter.ParameterType)} {parameter.Name}";
    }

    private static string Name(Type type) =>
        type.IsByRef ? Name(type.GetElementType()!)
        : Nullable.GetUnderlyingType(type) is { } value ? $"{Name(value)}?"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}
