using ClusterSim.Core.Units;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Summary;

/// <summary>How long a compute node runs.</summary>
public delegate SimDuration ComputeTime(in TraceNode node);
