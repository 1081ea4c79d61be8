using System.Globalization;
using Authorizers.Core.Events;

namespace Authorizers.Lambda.Tests;

/// <summary>What never varies.</summary>
internal static class The
{
    public const string RequestId = "8476a536-e9f4-11e8-9739-2dfe598c3fcd";

    public const string OtherRequestId = "c6af9ac6-7b61-11e6-9a41-93e8deadbeef";

    public const string FunctionArn = "arn:aws:lambda:eu-west-1:123456789012:function:orders-authorizer:live";

    public const string MethodArn = "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/GET/orders/7";

    /// <summary>A TOKEN event of that method.</summary>
    public const string Event = $$"""{"type":"TOKEN","authorizationToken":"Bearer abc","methodArn":"{{MethodArn}}"}""";

    /// <summary>What <see cref="StoppedClock"/> shows first.</summary>
    public static DateTimeOffset Moment { get; } = new(2026, 11, 20, 6, 0, 0, 123, TimeSpan.Zero);

    /// <summary>How long an invocation has, from <see cref="Moment"/> on.</summary>
    public static TimeSpan TimeLimit { get; } = TimeSpan.FromSeconds(3);

    /// <summary>The end of <see cref="TimeLimit"/>, as the Runtime API says it.</summary>
    public static string DeadlineMs { get; } =
        (Moment + TimeLimit).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>A call of GET /orders/7.</summary>
    public static MethodArn Method { get; } =
        Core.Events.MethodArn.TryParse(MethodArn, out MethodArn? method) ? method : throw new FormatException(MethodArn);
}
