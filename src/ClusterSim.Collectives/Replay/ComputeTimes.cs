using ClusterSim.Collectives.Options;
using ClusterSim.Core.Units;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Collectives.Replay;

/// <summary>How long compute nodes run on the NPUs of a system, for who adds them up without a run.</summary>
/// <param name="options">The system.</param>
public sealed class ComputeTimes(SystemOptions options)
{
    private readonly NodePricing pricing = new(options);

    /// <summary>The time of a compute node; none if the roofline skips it.</summary>
    public SimDuration Of(in TraceNode node) => pricing.Price(in node)?.Duration ?? SimDuration.Zero;
}
