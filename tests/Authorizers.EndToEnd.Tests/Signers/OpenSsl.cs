using System.Diagnostics;

namespace Authorizers.EndToEnd.Tests.Signers;

/// <summary>The openssl command, with a folder for its keys.</summary>
internal sealed class OpenSsl : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openssl-");

    /// <summary>Makes a key; the answer is its public half, as PEM.</summary>
    /// <param name="name">Bits of an RSA key, or the name of a curve; the key goes by it.</param>
    public async Task<string> CreateKeyAsync(string name)
    {
        string[] kind = name.StartsWith('P')
            ? ["EC", "-pkeyopt", $"ec_paramgen_curve:{name}"]
            : ["RSA", "-pkeyopt", $"rsa_keygen_bits:{name}"];
        await RunAsync(["genpkey", "-algorithm", .. kind, "-out", PathOf(name)]);
        return (await RunAsync(["pkey", "-in", PathOf(name), "-pubout"])).Output;
    }

    /// <summary>The signature as openssl writes it: of an elliptic curve in DER.</summary>
    public async Task<byte[]> SignAsync(string key, string algorithm, string input)
    {
        string[] padding = algorithm[0] == 'P'
            ? ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:digest"]
            : [];
        await RunAsync(["dgst", $"-sha{algorithm[2..]}", "-sign", PathOf(key), .. padding, "-out", PathOf("signature")], input);
        return await File.ReadAllBytesAsync(PathOf("signature"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private static async Task<ProgramRun> RunAsync(string[] arguments, string input = "")
    {
        string? program = SearchPath.Find("openssl");
        Assert.SkipWhen(program is null, "openssl is not on the PATH.");
        var start = new ProcessStartInfo(program!);
        Array.ForEach(arguments, start.ArgumentList.Add);
        return (await ProgramRun.ToEndAsync(start, Limit, input)).ThrowIfFailed($"openssl {arguments[0]}");
    }
}
