using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Testing.Simulations;

/// <summary>Writes an execution graph node by node. Ids count up from 1; each call returns the id of its node.</summary>
public sealed class TestGraph
{
    private readonly GraphBuilder builder = new("test");
    private ulong lastId;

    /// <summary>A compute node.</summary>
    public ulong Compute(long microseconds, params ulong[] after) =>
        Add(new TraceNode { Id = NextId(), Kind = NodeKind.Compute, Duration = SimDuration.FromMicroseconds(microseconds) }, after);

    /// <summary>A compute node on the host's processor.</summary>
    public ulong ComputeOnCpu(long microseconds, params ulong[] after) =>
        Add(
            new TraceNode
            {
                Id = NextId(),
                Kind = NodeKind.Compute,
                IsCpuOperation = true,
                Duration = SimDuration.FromMicroseconds(microseconds),
            },
            after);

    /// <summary>A collective of all NPUs, or of a group.</summary>
    public ulong Collective(CollectiveKind kind, long bytes, string group = "", params ulong[] after) =>
        RootedCollective(kind, bytes, root: 0, group, after);

    /// <summary>The same with a root: its place in the group, or its NPU.</summary>
    public ulong RootedCollective(CollectiveKind kind, long bytes, int root, string group = "", params ulong[] after) =>
        Add(
            new TraceNode
            {
                Id = NextId(),
                Kind = NodeKind.Collective,
                Collective = kind,
                Size = new ByteSize(bytes),
                Peer = root,
                Group = builder.GroupIndex(group),
                InvolvedDimensions = uint.MaxValue,
            },
            after);

    /// <summary>A send to another NPU.</summary>
    public ulong Send(int to, long bytes, long tag = 0, params ulong[] after) =>
        Add(new TraceNode { Id = NextId(), Kind = NodeKind.Send, Peer = to, Size = new ByteSize(bytes), Tag = tag }, after);

    /// <summary>A receive from another NPU.</summary>
    public ulong Receive(int from, long bytes, long tag = 0, params ulong[] after) =>
        Add(new TraceNode { Id = NextId(), Kind = NodeKind.Receive, Peer = from, Size = new ByteSize(bytes), Tag = tag }, after);

    /// <summary>A load from remote memory.</summary>
    public ulong Load(long bytes, params ulong[] after) =>
        Add(new TraceNode { Id = NextId(), Kind = NodeKind.MemoryLoad, Size = new ByteSize(bytes) }, after);

    /// <summary>A store to remote memory.</summary>
    public ulong Store(long bytes, params ulong[] after) =>
        Add(new TraceNode { Id = NextId(), Kind = NodeKind.MemoryStore, Size = new ByteSize(bytes) }, after);

    /// <summary>Any node; its id must be new.</summary>
    public ulong Add(TraceNode node, params ulong[] after)
    {
        builder.Add(node, after);
        lastId = Math.Max(lastId, node.Id);
        return node.Id;
    }

    public ExecutionGraph Build() => builder.Build();

    private ulong NextId() => lastId + 1;
}
