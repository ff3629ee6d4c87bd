using ClusterSim.Hosting.Simulation;

namespace ClusterSim.Testing;

/// <summary>Two ways to run the same simulation gave different results.</summary>
public sealed class EngineMismatchException(RunOptions one, string oneResult, RunOptions other, string otherResult)
    : Exception($"{Name(one)} gives\n{oneResult}\nbut {Name(other)} gives\n{otherResult}")
{
    private static string Name(RunOptions options) => $"--partitions {options.Partitions} --transport {options.Transport}";
}
