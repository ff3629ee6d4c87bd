using ClusterSim.Hosting.Results;
using ClusterSim.Sweeps.Tables;

namespace ClusterSim.Sweeps.Running;

/// <summary>Makes what tables need from what a simulation found.</summary>
internal static class PointResults
{
    private const int ElapsedDecimals = 6;

    public static PointResult Of(PointWork work, string node, SimulationResult result)
    {
        var columns = Enumerable.Range(0, NpuColumns.All.Count).Where(index => NpuColumns.All[index].Figure.Of(result.Npus[0]) is not null).ToArray();
        var counts = new List<int>();
        var values = new List<long>();
        var row = new long[columns.Length];
        var before = new long[columns.Length];
        foreach (var npu in result.Npus)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                var column = NpuColumns.All[columns[i]];
                row[i] = (long)((column.Figure.Of(npu) ?? 0) * column.Scale);
            }

            if (counts.Count > 0 && row.AsSpan().SequenceEqual(before))
            {
                counts[^1]++;
                continue;
            }

            counts.Add(1);
            values.AddRange(row);
            (row, before) = (before, row);
        }

        return new PointResult
        {
            Point = work.Point,
            Attempt = work.Attempt,
            Node = node,
            ElapsedSeconds = Math.Round(result.Elapsed.TotalSeconds, ElapsedDecimals),
            SimulatedNs = result.End.Ns,
            Messages = result.Messages,
            Hops = result.Hops,
            Events = result.Events,
            Digest = result.Digest,
            Figures = columns.Sum(column => 1 << column),
            NpuCounts = [.. counts],
            Values = [.. values],
        };
    }
}
