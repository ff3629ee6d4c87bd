using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration;
using ClusterSim.Sweeps.Journal;
using ClusterSim.Sweeps.Running;
using ClusterSim.Sweeps.Tables;

namespace ClusterSim.Sweeps;

/// <summary>What a folder holds of its latest plan. Reads it while a sweep runs there too.</summary>
public sealed class SweepResults : IDisposable
{
    private readonly SweepFolder folder;
    private readonly PointJournal journal;

    private SweepResults(SweepFolder folder)
    {
        this.folder = folder;
        journal = PointJournal.OpenToRead(folder.Journal);
        Plan = PlanFile.ReadHeader(folder.Plan);
    }

    public PlanHeader Plan { get; }

    /// <summary>Whether a process works in the folder.</summary>
    public bool IsRunning => FolderLock.IsTaken(folder.Lock);

    /// <exception cref="InvalidInputException">It is not the folder of a sweep.</exception>
    public static SweepResults Open(SweepFolder folder)
    {
        folder.MustExist();
        return new(folder);
    }

    /// <summary>The points of the plan in their order, one at a time.</summary>
    public IEnumerable<ResultRow> Rows() => new ResultRows(folder, journal).Read();

    /// <summary>Writes the rows as <c>results.csv</c> has them.</summary>
    public void WriteCsv(TextWriter output) => CsvTable.Write(ResultColumns.Of(Plan), Rows(), output);

    /// <summary>A row under the names of the columns of <c>results.csv</c>: numbers are decimals, all else is text; null: empty.</summary>
    public IEnumerable<(string Name, object? Value)> Cells(ResultRow row) => ResultColumns.Of(Plan).Select(column =>
        (column.Name, column.Type == ColumnType.Text ? column.Of(row) : Cell.Number(column.Of(row))));

    /// <summary>The experiment of a finished point as YAML, with everything inline; null: it is not finished.</summary>
    public string? Configuration(ResultRow row) =>
        journal.Find(row.Entry.Run) is { } record && journal.FindBase(record.Base) is { } yaml
            ? PointDocument.Of(EffectiveDocument.FromYaml(Plan.Name, yaml), record.Assignments).ToYaml()
            : null;

    public void Dispose() => journal.Dispose();
}
