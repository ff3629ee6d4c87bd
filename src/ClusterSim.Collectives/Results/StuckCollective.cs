using ClusterSim.Collectives.Scheduling;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Results;

/// <summary>A collective that has not ended on one NPU when no message is left.</summary>
/// <param name="Node">The index of its node.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Size">What the NPU brings.</param>
/// <param name="Group">Its group's name, or null: all NPUs.</param>
/// <param name="FirstStream">The id of its first stream: what ranks of the same collective have in common.</param>
public sealed record StuckCollective(int Node, CollectiveKind Kind, ByteSize Size, string? Group, long FirstStream)
{
    internal static StuckCollective Of(RunningCollective running) =>
        new(running.Call.Node, running.Call.Kind, running.Call.Size, running.Call.Group?.Name, running.FirstStream);
}
