using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Chakra;

/// <summary>What a trace file holds, whichever NPU replays it.</summary>
/// <param name="Graph">The nodes.</param>
/// <param name="References">The NPUs that its sends and receives name.</param>
internal sealed record TraceContent(ExecutionGraph Graph, RankReferences References);
