using System.Runtime.CompilerServices;

namespace Authorizers.Lambda.Tests;

/// <summary>What holds for every type.</summary>
public sealed class ConventionTests
{
    [Fact]
    public void Every_class_is_sealed_static_or_abstract()
    {
        IEnumerable<Type> classes =
            from type in typeof(AuthorizerFunction).Assembly.GetTypes()
            where type.IsClass && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
            select type;

        Assert.NotEmpty(classes);
        Assert.DoesNotContain(classes, type => !type.IsSealed && !type.IsAbstract);
    }
}
