using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Authorizers.Core.Tests.Documentation;

/// <summary>The text literals of a compiled assembly: whatever name its code compares with is among them.</summary>
internal static class LiteralTexts
{
    public static IReadOnlyList<string> Of(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        MetadataReader metadata = file.GetMetadataReader();
        List<string> texts = [];
        for (UserStringHandle handle = MetadataTokens.UserStringHandle(0); ;)
        {
            texts.Add(metadata.GetUserString(handle));
            handle = metadata.GetNextHandle(handle);
            if (handle.IsNil)
            {
                return texts;
            }
        }
    }
}
