using System.Diagnostics;
using System.Text.Json;
using Authorizers.Core.Tests.Documentation;
using Authorizers.EndToEnd.Tests;

namespace Authorizers.Integration.Tests;

/// <summary>The script of docs/websocket.md, run by Node.js with a browser's two functions made up.</summary>
public sealed class PageScriptTests
{
    private const string Browser =
        """
        const asked = [];
        const opened = [];
        let status = 200;
        globalThis.fetch = async (url, { method, headers }) => {
          asked.push([new URL(url).pathname, method, headers.Authorization]);
          return { ok: status === 200, status, json: async () => ({ ticket: 'wst_worthless' }) };
        };
        globalThis.WebSocket = class {
          constructor(url, protocols) {
            opened.push([new URL(url).search, ...protocols]);
          }
        };

        """;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static readonly MarkdownDocument Document = MarkdownDocument.All["websocket.md"];

    [Fact]
    public async Task A_page_gets_a_ticket_by_its_token_and_connects_with_the_ticket_alone()
    {
        JsonElement seen = await RunAsync(
            $"{Document.Section("Issue tickets").Block("js")}\nawait connect('worthless');");

        Assert.Equal("""[["/ws-ticket","POST","Bearer worthless"]]""", seen.GetProperty("asked").GetRawText());
        Assert.Equal("""[["?ticket=wst_worthless","orders.v1"]]""", seen.GetProperty("opened").GetRawText());
    }

    [Fact]
    public async Task Without_a_ticket_it_does_not_connect()
    {
        JsonElement seen = await RunAsync(
            $"{Document.Section("Issue tickets").Block("js")}\nstatus = 401; await connect('worthless').catch(() => {{}});");

        Assert.Equal(1, seen.GetProperty("asked").GetArrayLength());
        Assert.Equal(0, seen.GetProperty("opened").GetArrayLength());
    }

    [Fact]
    public async Task A_token_is_offered_beside_the_applications_subprotocol()
    {
        JsonElement seen = await RunAsync($"const token = 'a.b.c';\n{Document.Section("Subprotocols").Block("js")}");

        Assert.Equal("""[["","orders.v1","bearer.a.b.c"]]""", seen.GetProperty("opened").GetRawText());
    }

    private static async Task<JsonElement> RunAsync(string script)
    {
        string? node = SearchPath.Find("node");
        Assert.SkipWhen(node is null, "Node.js is not on the PATH.");
        ProgramRun run = await ProgramRun.ToEndAsync(
            new ProcessStartInfo(node, ["--input-type=module", "-"]),
            Limit,
            $"{Browser}{script}\nconsole.log(JSON.stringify({{ asked, opened }}));");
        return JsonElement.Parse(run.ThrowIfFailed("The page's script").Output);
    }
}
