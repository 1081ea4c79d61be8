namespace Authorizers.Templates.Linting;

/// <summary>Whether what a template deploys and what a configuration says are the same.</summary>
internal enum Agreement
{
    /// <summary>Whatever the parameters are.</summary>
    Always,

    /// <summary>With the values that parameters happen to have.</summary>
    ByChance,

    /// <summary>They differ.</summary>
    Never,
}
