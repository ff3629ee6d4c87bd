using ClusterSim.Collectives.Options;
using ClusterSim.Collectives.Results;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Workload;
using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Set;

namespace ClusterSim.Hosting.Diagnosis;

/// <summary>What is known of a run whose NPUs cannot finish.</summary>
/// <param name="experiment">What was simulated.</param>
/// <param name="reports">What the NPUs found.</param>
internal sealed class StuckRun(Experiment experiment, IReadOnlyList<NpuReport> reports)
{
    private readonly Dictionary<int, NpuReport> byNpu = reports.ToDictionary(report => report.Npu);
    private readonly Dictionary<int, NpuProgress> progress = [];

    public WorkloadSet Workload => experiment.Workload;

    public SystemOptions System => experiment.System;

    /// <summary>The NPUs that cannot finish, ascending.</summary>
    public IReadOnlyList<StuckNpu> Npus { get; } =
        [.. reports.Select(report => report.Stuck).OfType<StuckNpu>().OrderBy(stuck => stuck.Npu)];

    public ExecutionGraph GraphOf(int npu) => Workload.Graphs[npu];

    /// <summary>How far an NPU has come.</summary>
    public NpuProgress ProgressOf(int npu) => progress.TryGetValue(npu, out var known)
        ? known
        : progress[npu] = new NpuProgress(GraphOf(npu), byNpu.GetValueOrDefault(npu)?.Stuck);

    /// <summary>Whether an NPU has called the collective of a group whose first stream has this id.</summary>
    public bool HasCalled(int npu, int group, long firstStream) =>
        byNpu.GetValueOrDefault(npu)?.Streams.Any(streams => streams.Group == group && streams.Next > firstStream) ?? false;

    /// <summary>The name of a node, fit for a terminal.</summary>
    public string NameOf(int npu, int node) => Printable.Name(GraphOf(npu).Names[node]);

    /// <summary>An edge at a node.</summary>
    public Wait At(WaitKind kind, int npu, int? other, int node, string what, string why) =>
        new(kind, npu, other, GraphOf(npu)[node].Id, NameOf(npu, node), what, why);
}
