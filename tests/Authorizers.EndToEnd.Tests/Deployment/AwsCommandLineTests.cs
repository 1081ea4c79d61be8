using System.Diagnostics;
using System.IO.Compression;
using Authorizers.Core.Tests.Documentation;

namespace Authorizers.EndToEnd.Tests.Deployment;

public sealed class AwsCommandLineTests
{
    /// <summary>Port 1 of this machine, which no server takes.</summary>
    private const string Nobody = "http://127.0.0.1:1";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>As the documents have them, on one line each.</summary>
    public static TheoryData<string> Commands =>
    [
        .. MarkdownDocument.All.Values.SelectMany(document => document.Blocks("sh"))
            .SelectMany(block => block.Replace("\\\n", "", StringComparison.Ordinal).Split('\n'))
            .Where(line => line.StartsWith("aws ", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>A command is held against the model of its service before anybody is asked; here, nobody answers.</summary>
    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_of_the_documents_is_one_that_AWS_takes(string command)
    {
        Assert.SkipWhen(SearchPath.Find("aws") is null, "The AWS command line is not on the PATH.");
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            await using (var zip = await ZipFile.OpenAsync(Path.Combine(folder.FullName, "token.zip"), ZipArchiveMode.Create))
            {
                zip.CreateEntry("bootstrap");
            }

            var start = new ProcessStartInfo("bash", ["-c", $"{command} --no-sign-request --endpoint-url {Nobody}"])
            {
                WorkingDirectory = folder.FullName,
                Environment = { ["AWS_DEFAULT_REGION"] = "eu-west-1", ["AWS_PAGER"] = "", ["AWS_MAX_ATTEMPTS"] = "1" },
            };

            ProgramRun run = await ProgramRun.ToEndAsync(start, Limit);

            Assert.Contains($"Could not connect to the endpoint URL: \"{Nobody}", run.Errors, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
