using System.Globalization;
using System.Text;
using Authorizers.Core;
using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Decisions;
using Authorizers.Core.Responses;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.ApiKeys;
using Authorizers.DynamoDb;

namespace Authorizers.Benchmarks;

/// <summary>
/// Whether the time of a refusal tells a stranger that an id is known: a known id with a wrong secret and an unknown id, in
/// random turns, with and without a read of the table.
/// </summary>
internal static class KeyTiming
{
    /// <summary>Of sides that are the same, one pair in a hundred differs by so many standard errors (Student's t of 29).</summary>
    private const double Telling = 2.76;

    private const int Rounds = 30;
    private const int WarmUp = 1_000;

    /// <returns>A section of the report.</returns>
    public static async Task<string> RunAsync()
    {
        var text = new StringBuilder();
        text.AppendLine("Does the time of a refusal tell whether an id is known? Known ids with wrong secrets and unknown ids, 32 of each, in");
        text.AppendLine(CultureInfo.InvariantCulture, $"random turns in one process, and new ones in each of {Rounds} rounds; the means of a round are taken without the slowest");
        text.AppendLine(CultureInfo.InvariantCulture, $"hundredth. The differences of the rounds, in standard errors, are t: beyond ±{Telling} they would tell.").AppendLine();
        text.AppendLine("| | refusals | known id, us | unknown id, us | difference, us | t |");
        text.AppendLine("|---|---|---|---|---|---|");
        text.AppendLine(await RowAsync("remembered", TimeSpan.FromSeconds(30), 20_000));
        text.AppendLine(await RowAsync("the table read each time", TimeSpan.Zero, 1_000));
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static async Task<string> RowAsync(string name, TimeSpan cacheUnknownFor, int refusals)
    {
        List<(double Known, double Unknown)> means = [];
        for (int round = 0; round < Rounds; round++)
        {
            means.Add(await MeasureAsync(cacheUnknownFor, refusals, new Random(round)));
        }

        double[] differences = [.. means.Select(mean => mean.Known - mean.Unknown)];
        double difference = differences.Average();
        double variance = differences.Sum(each => (each - difference) * (each - difference)) / (Rounds - 1);
        double t = difference / Math.Sqrt(variance / Rounds);
        (double known, double unknown) = (means.Average(mean => mean.Known), means.Average(mean => mean.Unknown));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {Rounds * refusals} | {known:F3} | {unknown:F3} | {difference:F3} | {t:F2} |");
    }

    private static async Task<(double Known, double Unknown)> MeasureAsync(TimeSpan cacheUnknownFor, int refusals, Random turns)
    {
        using var table = DevelopmentTable.Start();
        ApiKeyVerifier verifier = Verifier(table, cacheUnknownFor);
        ApiKey[][] keys = [table.Impostors(), Array.ConvertAll(table.Impostors(), _ => ApiKey.Create(ApiKey.DefaultPrefix))];
        List<double>[] times = [[], []];
        for (int call = 0; call < refusals + WarmUp; call++)
        {
            int side = turns.Next(2);
            using var deadline = new Deadline(TimeProvider.System, TimeProvider.System.GetUtcNow().AddSeconds(10));
            long started = TimeProvider.System.GetTimestamp();
            VerificationResult result = await verifier.VerifyAsync(keys[side][call % keys[side].Length], null, deadline);
            double time = TimeProvider.System.GetElapsedTime(started).TotalMicroseconds;
            if (result.Succeeded)
            {
                throw new InvalidOperationException("A stranger got in.");
            }

            if (call >= WarmUp)
            {
                times[side].Add(time);
            }
        }

        return (Mean(times[0]), Mean(times[1]));
    }

    private static ApiKeyVerifier Verifier(DevelopmentTable table, TimeSpan cacheUnknownFor)
    {
        var settings = new ApiKeyConfiguration
        {
            Table = new TableConfiguration("api-keys", Region: null, new Uri(table.Address)),
            CacheUnknownFor = cacheUnknownFor,
        };
        var configuration = new AuthorizerConfiguration
        {
            Issuers = [],
            ClockSkew = TimeSpan.Zero,
            Routes = new RouteTable([]),
            OnUnauthenticated = OnUnauthenticated.Throw,
            ApiKey = settings,
        };
        ApiKeyTable records = TableClient.Open(settings, _ => "worthless", null, _ => { });
        return new ApiKeyVerifier(configuration, records, TimeProvider.System, _ => { });
    }

    private static double Mean(List<double> times) => times.Order().Take(times.Count * 99 / 100).Average();
}
