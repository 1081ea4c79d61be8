using System.Text.Json;
using System.Text.Json.Nodes;

namespace Authorizers.EndToEnd.Tests.WebSockets;

/// <summary>Chromium without a screen (npm/browser.mjs), and the same page from two origins of this machine.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser"];

    private readonly ObedientScript _script;

    private Browser(ObedientScript script, string otherPage) => (_script, OtherPage) = (script, otherPage);

    /// <summary>The origin of a page that a configuration may list.</summary>
    public string Page => _script.Address;

    /// <summary>The origin of the same page on another port.</summary>
    public string OtherPage { get; }

    public static async Task<Browser> StartAsync(NodePackages packages)
    {
        string? executable = Names.Select(SearchPath.Find).FirstOrDefault(found => found is not null);
        Assert.SkipWhen(executable is null, "Chromium is not on the PATH, neither as chromium nor as chromium-browser.");
        ObedientScript script = await ObedientScript.StartAsync(packages, "browser.mjs", executable);
        return new Browser(script, await script.CommandAsync("other"));
    }

    /// <summary>Has a page connect and say hello.</summary>
    /// <returns>"hello by orders.v1", "hello", or "closed 1006".</returns>
    public async Task<string> ConverseAsync(string page, Uri url, string[]? protocols = null, string? cookie = null)
    {
        var talk = new JsonObject
        {
            ["page"] = page,
            ["url"] = url.ToString(),
            ["protocols"] = JsonSerializer.SerializeToNode(protocols ?? []),
            ["cookie"] = cookie,
        };
        JsonElement told = JsonElement.Parse(await _script.CommandAsync("converse", talk.ToJsonString()));
        return told.TryGetProperty("code", out JsonElement code) ? $"closed {code}"
            : told.GetProperty("protocol").ToString() is { Length: > 0 } protocol ? $"{told.GetProperty("echo")} by {protocol}"
            : told.GetProperty("echo").ToString();
    }

    public ValueTask DisposeAsync() => _script.DisposeAsync();
}
