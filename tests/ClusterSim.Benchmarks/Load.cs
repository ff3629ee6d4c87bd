namespace ClusterSim.Benchmarks;

/// <summary>One thing to simulate, and what is known of it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Experiment">The file of the experiment, or of the sweep.</param>
/// <param name="ReferenceYardsticks">What the reference simulator takes, in yardsticks; null if nobody measured it.</param>
/// <param name="Limit">What this program is to stay under, in yardsticks, or in times of one process, or of the run without a trace; null: nothing is asked.</param>
/// <param name="LimitMiB">The memory that it is to stay under; null: nothing is asked.</param>
/// <param name="IsSweep">Whether it is a sweep.</param>
/// <param name="IsShared">Whether it is measured over two processes, against one.</param>
/// <param name="IsTraced">Whether it is measured with a full trace, against the same without.</param>
/// <param name="WriteTraces">Writes the traces that the experiment names into its folder; null: it names none.</param>
internal sealed record Load(
    string Name, string Experiment, double? ReferenceYardsticks, double? Limit, double? LimitMiB, bool IsSweep = false, bool IsShared = false, bool IsTraced = false, Action<string>? WriteTraces = null);
