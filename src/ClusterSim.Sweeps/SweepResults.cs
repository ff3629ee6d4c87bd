using ClusterSim.Core.Input;
using ClusterSim.Core.Units;
using ClusterSim.Hosting.Configuration;
using ClusterSim.Hosting.Results;
using ClusterSim.Sweeps.Journal;
using ClusterSim.Sweeps.Planning;
using ClusterSim.Sweeps.Running;
using ClusterSim.Sweeps.Tables;

namespace ClusterSim.Sweeps;

/// <summary>What a folder holds of its latest plan. Reads it while a sweep runs there too.</summary>
public sealed class SweepResults : IDisposable
{
    private readonly SweepFolder folder;
    private readonly PointJournal journal;
    private readonly Dictionary<PointId, EffectiveDocument?> bases = [];

    private SweepResults(SweepFolder folder)
    {
        this.folder = folder;
        Plan = PlanFile.ReadHeader(folder.Plan);
        Columns = ResultColumns.Of(Plan);
        journal = PointJournal.OpenToRead(folder.Journal);
    }

    public PlanHeader Plan { get; }

    /// <summary>The columns of <c>results.csv</c>.</summary>
    public IReadOnlyList<Column<ResultRow>> Columns { get; }

    /// <summary>Whether a process works in the folder.</summary>
    public bool IsRunning => FolderLock.IsTaken(folder.Lock);

    /// <summary>What a reader should know before he relies on the results.</summary>
    public IEnumerable<string> Notes
    {
        get
        {
            if (journal.UnsoundBytes is > 0 and var bytes && !IsRunning)
            {
                yield return $"The last {bytes:N0} bytes of {Path.GetFileName(folder.Journal)} are damaged; the points in them count as not run. clustersim sweep resume runs them again.";
            }
        }
    }

    /// <exception cref="InvalidInputException">It is not the folder of a sweep, or cannot be read.</exception>
    public static SweepResults Open(SweepFolder folder)
    {
        folder.MustHavePlan();
        try
        {
            return new(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(folder.Path, $"The folder cannot be read. {error.Message}", "Check its permissions.");
        }
    }

    /// <summary>The points of the plan in their order, one at a time.</summary>
    public IEnumerable<ResultRow> Rows() => new ResultRows(folder, Plan, journal).Read();

    /// <summary>Writes the rows as <c>results.csv</c> has them.</summary>
    public void WriteCsv(TextWriter output) => CsvTable.Write(Columns, Rows(), output);

    /// <summary>A row under the names of the columns of <c>results.csv</c>: numbers are decimals, all else is text; null: empty.</summary>
    public IEnumerable<(string Name, object? Value)> Cells(ResultRow row) => Columns.Select(column =>
        (column.Name, column.Type == ColumnType.Text ? column.Of(row) : Cell.Number(column.Of(row))));

    /// <summary>The experiment of a finished point as YAML, with everything inline; null: it is not finished.</summary>
    public string? Configuration(ResultRow row) => DocumentOf(row)?.ToYaml();

    /// <summary>
    /// The collective that a point is about, of several repetitions their mean; null: the point is not done, or its workload is not one collective.
    /// </summary>
    public CollectiveResult? Collective(ResultRow row)
    {
        if (row.Done is not { } result || DocumentOf(row) is not { } document || document.Collective() is not { } collective)
        {
            return null;
        }

        var duration = new SimDuration(result.SimulatedNs / collective.Repeat);
        return new(collective.Name, collective.Kind, Group: null, result.Npus, collective.Size, Algorithm: "", SimTime.Zero, duration);
    }

    public void Dispose() => journal.Dispose();

    private EffectiveDocument? DocumentOf(ResultRow row) =>
        journal.Find(row.Entry.Run) is { } record && BaseOf(record.Base) is { } document ? PointDocument.Of(document, record.Assignments) : null;

    // Nearly always one for all points.
    private EffectiveDocument? BaseOf(PointId id)
    {
        if (!bases.TryGetValue(id, out var document))
        {
            document = journal.FindBase(id) is { } yaml ? EffectiveDocument.FromYaml(Plan.Name, yaml) : null;
            bases.Add(id, document);
        }

        return document;
    }
}
