namespace Amazon.Lambda.Core;

/// <summary>The mobile app that made the call, as its AWS Mobile SDK described it.</summary>
public interface IClientApplication
{
    string AppPackageName { get; }

    string AppTitle { get; }

    string AppVersionCode { get; }

    string AppVersionName { get; }

    /// <summary>One per installation of the app, not per user.</summary>
    string InstallationId { get; }
}
