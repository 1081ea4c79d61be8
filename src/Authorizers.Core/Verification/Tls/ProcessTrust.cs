using System.Runtime.InteropServices;

namespace Authorizers.Core.Verification.Tls;

/// <summary>
/// The store of trusted certificates, which OpenSSL has one of for the whole process, and which the platform parses in full
/// at the first use of TLS.
/// </summary>
internal static partial class ProcessTrust
{
    /// <summary>Never a folder, whoever creates what.</summary>
    private const string NoFolder = "/dev/null";

    /// <summary>
    /// Makes the file the whole store. The C library's own variables are set, since OpenSSL does not see those of .NET; other
    /// systems than Linux have no use for them.
    /// </summary>
    public static void PointTo(string file)
    {
        if (OperatingSystem.IsLinux())
        {
            _ = SetVariable(SystemRoots.FileVariable, file, 1);
            _ = SetVariable(SystemRoots.FolderVariable, NoFolder, 1);
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
