using ClusterSim.Hosting.Configuration.Cases;
using ClusterSim.Hosting.Results;

namespace ClusterSim.Hosting.Verification;

/// <summary>One of the figures that are reported for every NPU. Times are in ns, sizes in bytes.</summary>
/// <param name="Name">As recorded cases, JSON and CSV call it.</param>
/// <param name="Of">What a simulation gives for an NPU; null: the experiment does not ask for it.</param>
/// <param name="Recorded">What a case has recorded for an NPU; null: nothing.</param>
public sealed record Figure(string Name, Func<NpuResult, decimal?> Of, Func<ExpectedNpu, decimal?> Recorded);
