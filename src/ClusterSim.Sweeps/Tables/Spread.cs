namespace ClusterSim.Sweeps.Tables;

/// <summary>A figure over all NPUs of a point.</summary>
public sealed record Spread(decimal Min, decimal Mean, decimal Max)
{
    // Of what divides nanoseconds among NPUs, more says nothing.
    private const int MeanDecimals = 6;

    /// <summary>The spread of values of which each stands for some NPUs.</summary>
    internal static Spread Of(decimal[] values, int[] counts)
    {
        if (values.Length == 1)
        {
            // Most points: all NPUs are alike.
            return new(values[0], values[0], values[0]);
        }

        var sum = 0m;
        var npus = 0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += values[i] * counts[i];
            npus += counts[i];
        }

        return new(values.Min(), decimal.Round(sum / npus, MeanDecimals), values.Max());
    }
}
