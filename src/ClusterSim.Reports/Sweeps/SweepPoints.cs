using ClusterSim.Core.Input;
using ClusterSim.Sweeps;
using ClusterSim.Sweeps.Journal;
using ClusterSim.Sweeps.Tables;

namespace ClusterSim.Reports.Sweeps;

/// <summary>What a report shows of a sweep: its points, column by column, and the axes that they vary.</summary>
internal sealed record SweepPoints
{
    /// <summary>What the sweep is called.</summary>
    public required string Name { get; init; }

    /// <summary>The program that planned it.</summary>
    public required string Version { get; init; }

    /// <summary>Whether it still runs.</summary>
    public required bool IsRunning { get; init; }

    /// <summary>What a reader should know before he relies on it.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>How many points there are.</summary>
    public required int Count { get; init; }

    /// <summary>Of each point <c>done</c>, <c>failed</c> or <c>open</c>.</summary>
    public required IReadOnlyList<string> Statuses { get; init; }

    public required IReadOnlyList<SweepAxis> Axes { get; init; }

    /// <summary>The columns of results.csv, then the bandwidths of points that are about one collective.</summary>
    public required IReadOnlyList<PointColumn> Columns { get; init; }

    /// <summary>How many points have a status.</summary>
    public int CountOf(string status) => Statuses.Count(one => one == status);

    /// <summary>The column of a name; null: there is none, or nothing in it.</summary>
    public PointColumn? Find(string name) => Columns.FirstOrDefault(column => column.Name == name) is { IsEmpty: false } column ? column : null;

    /// <summary>Reads the points of a folder.</summary>
    /// <exception cref="InvalidInputException">It is not the folder of a sweep, or of one that never ran, or damaged.</exception>
    public static SweepPoints Read(string folder)
    {
        using var results = SweepResults.Open(new SweepFolder(folder));
        var rows = new List<object?[]>(results.Plan.Count);
        var labels = new List<string[]>(results.Plan.Count);
        var npus = new List<int?>(results.Plan.Count);
        var collectives = new CollectiveColumns();
        var statuses = new List<string>(results.Plan.Count);
        foreach (var row in results.Rows())
        {
            rows.Add([.. results.Cells(row).Select(cell => cell.Value)]);
            labels.Add(row.Entry.Labels);
            npus.Add(row.Done?.Npus);
            collectives.Add(results.Collective(row));
            statuses.Add(row.Status);
        }

        var titles = AxisTitles.Of(results.Plan.Keys);
        return new()
        {
            Name = results.Plan.Name,
            Version = results.Plan.Version,
            IsRunning = results.IsRunning,
            Notes = [.. results.Notes],
            Count = rows.Count,
            Statuses = statuses,
            Axes = [.. results.Plan.Keys.Select((key, index) => AxisReader.Read(key, titles[index], labels.ConvertAll(row => row[index]), npus))],
            Columns =
            [
                .. results.Columns.Select((column, index) => PointColumn.Of(column.Name, column.Type, rows.ConvertAll(row => row[index]))),
                .. collectives.Columns,
            ],
        };
    }
}
