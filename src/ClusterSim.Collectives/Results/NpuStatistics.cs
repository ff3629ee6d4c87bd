using ClusterSim.Collectives.Replay;
using ClusterSim.Core.Units;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Collectives.Results;

/// <summary>
/// The figures of one NPU, kept while it runs: the length of the union of each kind's intervals needs only a count of what
/// runs and the time since when. Section 9 of the reference semantics.
/// </summary>
internal sealed class NpuStatistics(bool countsAllNodes)
{
    private readonly BusyTime gpu = new();
    private readonly BusyTime cpu = new();
    private readonly BusyTime communication = new();
    private readonly BusyTime remoteMemory = new();
    private readonly BusyTime hidden = new();
    private double weight = 1;
    private double computeBound;
    private double computeShare;
    private double memoryShare;
    private double intensity;

    /// <summary>The last end of a node.</summary>
    public SimTime LastEnd { get; private set; }

    /// <summary>The durations of the NPU's compute nodes, added up; of all its nodes if they are only replayed.</summary>
    public SimDuration Computed { get; private set; }

    public SimDuration Gpu => gpu.Total;

    public SimDuration Cpu => cpu.Total;

    public SimDuration Communication => communication.Total;

    public SimDuration RemoteMemory => remoteMemory.Total;

    /// <summary>Time in which compute and communication ran together.</summary>
    public SimDuration Hidden => hidden.Total;

    /// <summary>Averages under the roofline, weighted by duration; the weights begin with 1, as in the reference.</summary>
    public (double ComputeBound, double ComputeShare, double MemoryShare, double Intensity) Roofline =>
        (computeBound / weight, computeShare / weight, memoryShare / weight, intensity / weight);

    public void Begin(in TraceNode node, SimTime now)
    {
        BusyTimeOf(in node)?.Begin(now);
        TrackHidden(now);
    }

    public void End(in TraceNode node, SimTime started, SimTime now)
    {
        LastEnd = SimTime.Max(LastEnd, now);
        BusyTimeOf(in node)?.End(now);
        TrackHidden(now);
        if (!node.IsCpuOperation && (countsAllNodes || node.Kind == NodeKind.Compute))
        {
            Computed += now - started;
        }
    }

    /// <summary>Adds a compute node's place under the roofline.</summary>
    public void AddCompute(in ComputePrice price)
    {
        double duration = price.Duration.Ns;
        weight += duration;
        computeBound += price.ComputeBound * duration;
        computeShare += price.ComputeShare * duration;
        memoryShare += price.MemoryShare * duration;
        intensity += price.Intensity * duration;
    }

    private BusyTime? BusyTimeOf(in TraceNode node) => node.Kind switch
    {
        NodeKind.Compute => node.IsCpuOperation ? cpu : gpu,
        NodeKind.Send or NodeKind.Receive or NodeKind.Collective => communication,
        NodeKind.MemoryLoad or NodeKind.MemoryStore => remoteMemory,
        _ => null,
    };

    private void TrackHidden(SimTime now) => hidden.Set(gpu.IsBusy && communication.IsBusy, now);
}
