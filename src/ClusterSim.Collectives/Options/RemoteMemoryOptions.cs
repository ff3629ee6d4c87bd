using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Options;

/// <summary>A validated remote memory, which memory nodes load from and store to.</summary>
/// <param name="Kind">Who shares it.</param>
/// <param name="Latency">Of every access.</param>
/// <param name="Bandwidth">In bytes per nanosecond as <c>remote-mem-bw</c> stands; greater than 0 unless there is none.</param>
/// <param name="NpusPerNode">How many NPUs share the memory of a node, where it is one a node.</param>
public sealed record RemoteMemoryOptions(RemoteMemoryKind Kind, SimDuration Latency, Bandwidth Bandwidth, int NpusPerNode)
{
    /// <summary>No remote memory: a memory node in a trace is an error.</summary>
    public static RemoteMemoryOptions None { get; } = new(RemoteMemoryKind.None, SimDuration.Zero, new Bandwidth(1), 1);

    /// <summary>How long one access takes when nobody is before it: latency + floor(size / bandwidth).</summary>
    public SimDuration AccessTime(ByteSize size) => Latency + SimDuration.Floor(Bandwidth.NsFor(size));
}
