using ClusterSim.Engine.Hosts.Messages;
using ClusterSim.Engine.Partitions;
using ClusterSim.Engine.Peers.Wire;
using ClusterSim.Engine.Recording.Remote.Wire;
using Google.Protobuf.Reflection;

namespace ClusterSim.Engine.Hosts;

/// <summary>
/// Everything that the engines of several nodes say to each other, for whoever decides what may cross between nodes. Append only:
/// places and codes are what is on the wire.
/// </summary>
public static class HostMessages
{
    /// <summary>Between hosts and the clock; a few in a simulation, one every half second, and one for some frames of what is recorded.</summary>
    public static IReadOnlyList<HostMessage> Control { get; } =
    [
        new("host-ready", typeof(HostReady), typeof(string[])),
        new("begin-run", typeof(BeginRun), typeof(string[])),
        new("host-progress", typeof(HostProgress), typeof(PartitionState[]), typeof(PartitionState)),
        new("host-failed", typeof(HostFailed)),
        new("stop-run", typeof(StopRun)),
        new("last-messages-wanted", typeof(LastMessagesWanted), typeof(int[])),
        new("records-taken", typeof(RecordsTaken)),
    ];

    /// <summary>Simulated messages, results and what is recorded, in Protobuf, by their names on the wire.</summary>
    public static IReadOnlyList<(string Code, MessageDescriptor Message)> Data { get; } =
    [
        ("sync", SyncFrame.Descriptor),
        ("outcome", OutcomeFrame.Descriptor),
        ("last-messages", LastMessagesFrame.Descriptor),
        ("records", RecordFrame.Descriptor),
    ];
}
