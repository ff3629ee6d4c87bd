using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Scheduling;

/// <summary>A collective that has been issued on this NPU and not yet ended.</summary>
/// <param name="call">What was issued.</param>
/// <param name="firstStream">The id of its first stream, by which its ranks recognise each other.</param>
/// <param name="priority">That of its streams.</param>
/// <param name="started">When it was issued.</param>
internal sealed class RunningCollective(CollectiveCall call, long firstStream, long priority, SimTime started)
{
    public CollectiveCall Call => call;

    public long FirstStream => firstStream;

    public long Priority => priority;

    public SimTime Started => started;

    /// <summary>Streams that have not ended.</summary>
    public long StreamsLeft { get; set; }
}
