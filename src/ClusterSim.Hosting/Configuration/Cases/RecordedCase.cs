using ClusterSim.Core.Input;
using ClusterSim.Hosting.Simulation;

namespace ClusterSim.Hosting.Configuration.Cases;

/// <summary>
/// An experiment with figures that were recorded for it: a folder with <c>case.json</c>, <c>network.yml</c>,
/// <c>system.json</c>, <c>workload.&lt;k&gt;.et</c> and perhaps <c>remote_memory.json</c> and <c>comm_groups.json</c>.
/// </summary>
public sealed record RecordedCase
{
    /// <summary>The case's own name, or that of its folder.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about, for people.</summary>
    public required string Note { get; init; }

    public required Experiment Experiment { get; init; }

    /// <summary>What a user should know of the input; each names its place.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>
    /// Whether the figures depend on the order of simultaneous events. Then only the finish is asked, between
    /// <see cref="ExpectedNpu.FinishMin"/> and <see cref="ExpectedNpu.FinishMax"/>.
    /// </summary>
    public required bool IsOrderSensitive { get; init; }

    /// <summary>The figures, in ascending order of NPU.</summary>
    public required IReadOnlyList<ExpectedNpu> Expected { get; init; }

    /// <summary>Whether a folder holds a case.</summary>
    public static bool IsCase(string folder) => File.Exists(Path.Combine(folder, Sections.CaseSettings.FileName));

    /// <summary>The folders at or below a folder that hold a case, in the order of their names.</summary>
    /// <exception cref="InvalidInputException">There is no such folder, or no case in it.</exception>
    public static IReadOnlyList<string> Find(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InvalidInputException(folder.Length == 0 ? "''" : folder, "There is no such folder.", "Give a folder with recorded cases.");
        }

        var folders = FolderWalk.Below(folder).Where(IsCase).Order(StringComparer.Ordinal).ToArray();
        return folders.Length > 0
            ? folders
            : throw new InvalidInputException(
                folder, $"No folder in it has a {Sections.CaseSettings.FileName}.", "Give a folder with recorded cases.");
    }

    /// <summary>Reads the case in a folder.</summary>
    /// <exception cref="InvalidInputException">Something is wrong with it; carries every mistake.</exception>
    public static RecordedCase Read(string folder) => new RecordedCaseReader(folder).Read();
}
