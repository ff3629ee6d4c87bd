using ClusterSim.Collectives.Messaging;
using ClusterSim.Collectives.Replay;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Results;

/// <summary>What one NPU found, as the engine hands it out at the end of a simulation.</summary>
public sealed record NpuReport
{
    public required int Npu { get; init; }

    /// <summary>When it finished; null if it did not.</summary>
    public required SimTime? Finish { get; init; }

    /// <summary>The last end of a node.</summary>
    public required SimTime LastEnd { get; init; }

    /// <summary>The durations of its compute nodes, added up; of all its nodes if they are only replayed.</summary>
    public required SimDuration Computed { get; init; }

    public required SimDuration Gpu { get; init; }

    public required SimDuration Cpu { get; init; }

    public required SimDuration Communication { get; init; }

    public required SimDuration RemoteMemory { get; init; }

    public required SimDuration Hidden { get; init; }

    /// <summary>Averages under the roofline: shares from 0 to 1, and operations a byte.</summary>
    public required (double ComputeBound, double ComputeShare, double MemoryShare, double Intensity) Roofline { get; init; }

    /// <summary>The memory that tensors take after each change; null if it is not tracked.</summary>
    public IReadOnlyList<(SimTime Time, ByteSize Size)>? MemoryTimeline { get; init; }

    /// <summary>Chunks that it sent.</summary>
    public required long Messages { get; init; }

    /// <summary>Links that those chunks crossed.</summary>
    public required long Hops { get; init; }

    /// <summary>The data of those chunks.</summary>
    public required ByteSize Sent { get; init; }

    /// <summary>The data of the chunks that arrived here.</summary>
    public required ByteSize Arrived { get; init; }

    /// <summary>Which collectives it has called; what others wait for may be one that it has not.</summary>
    public required IReadOnlyList<GroupStreams> Streams { get; init; }

    /// <summary>Chunks of collectives that arrived and that no algorithm asked for: the first few.</summary>
    public IReadOnlyList<StuckTransfer> Unclaimed { get; init; } = [];

    /// <summary>What it waits for; null if it finished.</summary>
    public StuckNpu? Stuck { get; init; }

    internal static NpuReport Of(int npu, SimTime? finish, TraceReplay replay, Messenger messenger) => new()
    {
        Npu = npu,
        Finish = finish,
        LastEnd = replay.Statistics.LastEnd,
        Computed = replay.Statistics.Computed,
        Gpu = replay.Statistics.Gpu,
        Cpu = replay.Statistics.Cpu,
        Communication = replay.Statistics.Communication,
        RemoteMemory = replay.Statistics.RemoteMemory,
        Hidden = replay.Statistics.Hidden,
        Roofline = replay.Statistics.Roofline,
        MemoryTimeline = replay.Tensors?.Timeline(),
        Messages = messenger.Messages,
        Hops = messenger.Hops,
        Sent = messenger.Sent,
        Arrived = messenger.Arrived,
        Streams = [.. replay.Streams.Select(streams => new GroupStreams(streams.Group, streams.Next))],
        Unclaimed = finish is null ? [] : StuckTransfer.Unclaimed(messenger),
        Stuck = finish is null ? StuckNpu.Of(npu, replay, messenger) : null,
    };
}
