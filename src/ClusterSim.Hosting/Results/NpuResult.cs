using ClusterSim.Core.Units;

namespace ClusterSim.Hosting.Results;

/// <summary>The figures of one NPU. Kinds of node that did not run are zero.</summary>
public sealed record NpuResult
{
    public required int Npu { get; init; }

    /// <summary>When nothing was ready, running or in flight any more.</summary>
    public required SimTime Finish { get; init; }

    /// <summary>Finish less the durations of the compute nodes: time in which the NPU did not compute.</summary>
    public required SimDuration Exposed { get; init; }

    /// <summary>The last end of a node.</summary>
    public required SimDuration Wall { get; init; }

    /// <summary>Time in which a compute node ran that is no CPU operation.</summary>
    public SimDuration Gpu { get; init; }

    /// <summary>Time in which a compute node ran that is a CPU operation.</summary>
    public SimDuration Cpu { get; init; }

    /// <summary>Time in which a communication node ran.</summary>
    public SimDuration Communication { get; init; }

    /// <summary>Time in which a memory node ran.</summary>
    public SimDuration RemoteMemory { get; init; }

    /// <summary>The reference's measure: gpu + communication - wall, where positive.</summary>
    public SimDuration Overlap { get; init; }

    /// <summary>Time in which compute and communication ran together.</summary>
    public SimDuration HiddenCommunication { get; init; }

    /// <summary>What the roofline says of the compute nodes; null if it is off.</summary>
    public RooflineResult? Roofline { get; init; }

    /// <summary>The most memory that tensors took; null if it is not tracked.</summary>
    public ByteSize? PeakMemory { get; init; }

    /// <summary>The memory that tensors took over time: each change, in order of time. Empty if it is not tracked.</summary>
    public IReadOnlyList<MemorySample> MemoryTimeline { get; init; } = [];
}
