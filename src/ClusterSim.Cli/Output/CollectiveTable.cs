using ClusterSim.Hosting.Results;
using ClusterSim.Workload;

namespace ClusterSim.Cli.Output;

/// <summary>The collectives of a result, or where there are too many for a screen, the longest of them.</summary>
internal static class CollectiveTable
{
    private const int MostRows = 16;
    private const int LongestShown = 8;

    // A collective that took no time has no bandwidth.
    private const string NoTime = "-";

    /// <summary>Says which collectives <see cref="Of"/> shows.</summary>
    public static string Caption(IReadOnlyList<CollectiveResult> collectives) => collectives.Count <= MostRows
        ? "Collectives"
        : $"The {LongestShown} longest of {Quantity.Exact(collectives.Count)} collectives (--format json shows all)";

    public static TextTable Of(IReadOnlyList<CollectiveResult> collectives)
    {
        var shown = collectives.Count <= MostRows
            ? collectives
            : collectives.OrderByDescending(collective => collective.Duration).Take(LongestShown);
        return new TextTable(
            3,
            ["node", "kind", "algorithm", "ranks", "bytes", "start ns", "duration ns", "algorithm bandwidth", "bus bandwidth"],
            [.. shown.Select(Row)]);
    }

    private static IReadOnlyList<string> Row(CollectiveResult collective) =>
    [
        Printable.Name(collective.Node),
        KindName.Of(collective.Kind),
        Printable.Name(collective.Algorithm),
        collective.Group is null ? Quantity.Exact(collective.Ranks) : $"{Quantity.Exact(collective.Ranks)} of group {Printable.Name(collective.Group)}",
        Quantity.Exact(collective.Size.Bytes),
        Quantity.Exact(collective.Start.Ns),
        Quantity.Exact(collective.Duration.Ns),
        collective.AlgorithmBandwidth?.ToString() ?? NoTime,
        collective.BusBandwidth?.ToString() ?? NoTime,
    ];
}
