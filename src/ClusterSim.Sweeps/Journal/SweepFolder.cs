using ClusterSim.Core.Input;

namespace ClusterSim.Sweeps.Journal;

/// <summary>The names of what a sweep keeps in its folder.</summary>
/// <param name="Path">The folder.</param>
public sealed record SweepFolder(string Path)
{
    /// <summary>The sweep with everything inline, from which it is resumed.</summary>
    public string Definition => In("sweep.yaml");

    /// <summary>One row a point.</summary>
    public string ResultsCsv => In("results.csv");

    /// <summary>One row a point.</summary>
    public string ResultsParquet => In("results.parquet");

    /// <summary>One row an NPU of each point.</summary>
    public string NpusParquet => In("npus.parquet");

    /// <summary>A file for each point that got stuck or failed, with all that is known of it.</summary>
    public string Failed => In("failed");

    internal string Plan => In("plan.bin");

    internal string Journal => In("points.journal");

    internal string Lock => In("lock");

    /// <summary>Makes the folder, where there is none.</summary>
    /// <exception cref="InvalidInputException">It cannot be made.</exception>
    public void Create()
    {
        try
        {
            Directory.CreateDirectory(Path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InvalidInputException(Path.Length == 0 ? "-o" : Path, $"The folder cannot be made. {error.Message}");
        }
    }

    /// <summary>Why no sweep can go on there; empty: one can.</summary>
    public IReadOnlyList<Problem> Problems() =>
        File.Exists(Definition) ? [] : [new(Path, "This is not the folder of a sweep.", "Give one that clustersim sweep -o made.")];

    /// <summary>Why there are no results; empty: a sweep was planned there.</summary>
    public IReadOnlyList<Problem> PlanProblems() =>
        Problems() is { Count: > 0 } problems ? problems
        : File.Exists(Plan) && File.Exists(Journal) ? []
        : [new(Path, "The sweep was stopped before anything ran.", "Run clustersim sweep resume on it.")];

    /// <exception cref="InvalidInputException">It is not the folder of a sweep, or of one that was stopped before it was planned.</exception>
    public void MustHavePlan()
    {
        if (PlanProblems() is { Count: > 0 } problems)
        {
            throw new InvalidInputException(problems);
        }
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
