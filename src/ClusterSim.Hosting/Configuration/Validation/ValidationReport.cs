using ClusterSim.Core.Input;
using ClusterSim.Hosting.Simulation;

namespace ClusterSim.Hosting.Configuration.Validation;

/// <summary>What the check of one file found.</summary>
/// <param name="Path">The file, as it was named.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Problems">What is wrong; empty: nothing.</param>
/// <param name="Notes">What is right but should be known, such as keys without effect; each names its place.</param>
/// <param name="Experiment">What the file describes, if it is an experiment or a recorded case without mistakes; else null.</param>
public sealed record ValidationReport(
    string Path, InputKind Kind, IReadOnlyList<Problem> Problems, IReadOnlyList<string> Notes, Experiment? Experiment)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsValid => Problems.Count == 0;
}
