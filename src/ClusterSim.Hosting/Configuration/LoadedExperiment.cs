using ClusterSim.Hosting.Simulation;

namespace ClusterSim.Hosting.Configuration;

/// <summary>An experiment that was read from files and found right.</summary>
/// <param name="Experiment">What to simulate.</param>
/// <param name="Notes">What a user should know of the input, such as keys without effect; each names its place.</param>
public sealed record LoadedExperiment(Experiment Experiment, IReadOnlyList<string> Notes);
