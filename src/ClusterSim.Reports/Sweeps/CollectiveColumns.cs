using ClusterSim.Core.Units;
using ClusterSim.Hosting.Results;

namespace ClusterSim.Reports.Sweeps;

/// <summary>Size and bandwidths of points whose workload is one collective.</summary>
internal sealed class CollectiveColumns
{
    public const string Size = "collective_bytes";
    public const string AlgorithmBandwidth = "algorithm_bandwidth";
    public const string BusBandwidth = "bus_bandwidth";

    private static readonly double BytesPerNsOfOne = Bandwidth.OfLink(1).BytesPerNs;

    private readonly List<CollectiveResult?> points = [];

    /// <summary>The columns; none if no point has a collective.</summary>
    public IReadOnlyList<PointColumn> Columns => points.TrueForAll(point => point is null)
        ? []
        :
        [
            PointColumn.Of(Size, PointUnit.Bytes, points.ConvertAll(point => (double?)point?.Size.Bytes)),
            PointColumn.Of(AlgorithmBandwidth, PointUnit.Rate, points.ConvertAll(point => Rate(point?.AlgorithmBandwidth))),
            PointColumn.Of(BusBandwidth, PointUnit.Rate, points.ConvertAll(point => Rate(point?.BusBandwidth))),
        ];

    /// <summary>Takes the collective of the next point; null: it has none.</summary>
    public void Add(CollectiveResult? point) => points.Add(point);

    private static double? Rate(Bandwidth? bandwidth) => bandwidth is { } rate ? Math.Round(rate.BytesPerNs / BytesPerNsOfOne, 6) : null;
}
