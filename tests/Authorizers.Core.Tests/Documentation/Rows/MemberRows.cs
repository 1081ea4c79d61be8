namespace Authorizers.Core.Tests.Documentation.Rows;

/// <summary>Makes rows of members: what they are put into, they themselves, and whether the file is then good.</summary>
internal static class MemberRows
{
    /// <param name="path">Of a <see cref="SchemaLevel"/>.</param>
    /// <param name="good">Objects whose members are put into that level.</param>
    /// <param name="bad">The same.</param>
    public static TheoryData<string, string, bool> Of(string path, string[] good, string[] bad) =>
        [.. good.Select(members => (path, members, true)), .. bad.Select(members => (path, members, false))];
}
