using ClusterSim.Core.Units;
using ClusterSim.Hosting.Results;

namespace ClusterSim.Hosting.Configuration.Cases;

/// <summary>The recorded figures of one NPU. Kinds of node that did not run are zero; null: not asked.</summary>
public sealed record ExpectedNpu
{
    public required int Npu { get; init; }

    public required SimTime Finish { get; init; }

    /// <summary>The earliest finish under other orders of simultaneous events; <see cref="Finish"/> if not recorded.</summary>
    public required SimTime FinishMin { get; init; }

    /// <summary>The latest finish under other orders of simultaneous events; <see cref="Finish"/> if not recorded.</summary>
    public required SimTime FinishMax { get; init; }

    public SimDuration? Exposed { get; init; }

    public SimDuration? Wall { get; init; }

    public SimDuration Gpu { get; init; }

    public SimDuration Cpu { get; init; }

    public SimDuration Communication { get; init; }

    public SimDuration RemoteMemory { get; init; }

    public SimDuration Overlap { get; init; }

    public SimDuration? HiddenCommunication { get; init; }

    public RooflineResult? Roofline { get; init; }

    public ByteSize? PeakMemory { get; init; }
}
