using Amazon.Lambda.Core;

namespace Amazon.Lambda.TestUtilities;

/// <summary>No client until a test sets one; both maps start empty.</summary>
public class TestClientContext : IClientContext
{
    public IClientApplication Client { get; set; }

    public IDictionary<string, string> Custom { get; set; } = new Dictionary<string, string>();

    public IDictionary<string, string> Environment { get; set; } = new Dictionary<string, string>();
}
