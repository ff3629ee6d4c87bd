using ClusterSim.Sweeps.Journal;
using ClusterSim.Sweeps.Planning;

namespace ClusterSim.Sweeps.Tables;

/// <summary>The rows of a folder's latest plan, in its order, one at a time.</summary>
internal sealed class ResultRows(SweepFolder folder, PlanHeader plan, PointJournal journal)
{
    private const int RatioDecimals = 6;

    // Points with one baseline mostly follow each other, or stand in step with it.
    private const int MostKept = 4096;

    private readonly Dictionary<PointId, decimal?> walls = [];

    public IEnumerable<ResultRow> Read()
    {
        var point = 0;
        foreach (var entry in PlanFile.ReadPoints(folder.Plan, plan))
        {
            var result = journal.Find(entry.Run)?.Result;
            var row = new ResultRow(point, entry, result, null);
            yield return row with { BaselineRatio = Ratio(row) };
            point++;
        }
    }

    private decimal? Ratio(ResultRow row)
    {
        var wall = row.Figures?.Of(NpuColumns.Wall)?.Max;
        return wall is not null && row.Entry.Baseline is { } baseline && Wall(baseline) is { } compared and > 0
            ? decimal.Round(wall.Value / compared, RatioDecimals)
            : null;
    }

    private decimal? Wall(PointId run)
    {
        if (!walls.TryGetValue(run, out var wall))
        {
            if (walls.Count == MostKept)
            {
                walls.Clear();
            }

            var result = journal.Find(run)?.Result;
            wall = result is { Error: null } ? new PointFigures(result).Of(NpuColumns.Wall)?.Max : null;
            walls.Add(run, wall);
        }

        return wall;
    }
}
