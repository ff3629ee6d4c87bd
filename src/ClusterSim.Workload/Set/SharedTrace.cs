using ClusterSim.Workload.Chakra;

namespace ClusterSim.Workload.Set;

/// <summary>A trace and the NPUs that replay it.</summary>
/// <param name="Source">The first of their files.</param>
/// <param name="Content">What the files hold.</param>
/// <param name="Npus">In ascending order; at least one.</param>
internal sealed record SharedTrace(string Source, TraceContent Content, IReadOnlyList<int> Npus);
