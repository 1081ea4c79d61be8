using System.Globalization;

namespace Authorizers.Benchmarks;

/// <summary>The median of some figures, and the quarters beside it.</summary>
internal sealed record Spread(double Low, double Median, double High)
{
    public static Spread Of(IEnumerable<double> figures)
    {
        double[] ordered = [.. figures.Order()];
        return new Spread(ordered[ordered.Length / 4], ordered[ordered.Length / 2], ordered[ordered.Length * 3 / 4]);
    }

    public string Text(string format) => string.Create(
        CultureInfo.InvariantCulture, $"{Median.ToString(format, CultureInfo.InvariantCulture)} ({Low.ToString(format, CultureInfo.InvariantCulture)}–{High.ToString(format, CultureInfo.InvariantCulture)})");
}
