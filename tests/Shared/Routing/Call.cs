namespace Authorizers.Tests.Shared.Routing;

/// <summary>A call as a client makes it.</summary>
/// <param name="Method">In capitals, usually.</param>
/// <param name="Path">As spelled, without its leading slash.</param>
internal sealed record Call(string Method, string Path)
{
    /// <summary>As it ends a method ARN.</summary>
    public override string ToString() => $"{Method}/{Path}";
}
