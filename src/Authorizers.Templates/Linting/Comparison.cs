namespace Authorizers.Templates.Linting;

/// <summary>Something that the template and the configuration both say, each with its values and with its parameters.</summary>
/// <param name="Deployed">By the template, with the values that parameters have.</param>
/// <param name="Configured">By the configuration, with the same.</param>
/// <param name="SymbolicDeployed">By the template, with parameters as <c>${Name}</c>.</param>
/// <param name="SymbolicConfigured">By the configuration, with the same.</param>
internal sealed record Comparison(string Deployed, string Configured, string SymbolicDeployed, string SymbolicConfigured)
{
    public Agreement Agreement =>
        Deployed != Configured && !UnknownText.IsIn(Deployed) && !UnknownText.IsIn(Configured) ? Agreement.Never
        : SymbolicDeployed == SymbolicConfigured ? Agreement.Always
        : Agreement.ByChance;

    /// <summary>What must be so for the two to agree: "AuthTtl is 300".</summary>
    public string Condition
    {
        get
        {
            string[] names = [.. UnknownText.NamesIn(SymbolicDeployed).Union(UnknownText.NamesIn(SymbolicConfigured))];
            bool bothUnknown = UnknownText.IsIn(SymbolicDeployed) && UnknownText.IsIn(SymbolicConfigured);
            return bothUnknown
                ? $"{string.Join(" and ", names)} happen to fit"
                : $"{string.Join(" and ", names)} {(names.Length == 1 ? "gives" : "give")} {Known}";
        }
    }

    private string Known => UnknownText.IsIn(SymbolicDeployed) ? SymbolicConfigured : SymbolicDeployed;
}
