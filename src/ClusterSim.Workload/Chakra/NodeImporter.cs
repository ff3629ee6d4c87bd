using System.Runtime.InteropServices;
using ClusterSim.Core.Units;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Chakra;

/// <summary>Judges the nodes of one trace and adds them to a graph.</summary>
internal sealed class NodeImporter
{
    private readonly GraphBuilder builder;
    private readonly TraceOptions options;
    private readonly RankReferences references;
    private readonly AttributeChecks checks;
    private readonly CollectiveImporter collectives;
    private readonly TensorImporter tensors;

    // Filled anew for each node.
    private readonly List<ulong> dependencies = [];
    private readonly List<TensorUse> reads = [];
    private readonly List<TensorUse> writes = [];

    public NodeImporter(GraphBuilder builder, TraceOptions options, TraceProblems problems, RankReferences references)
    {
        this.builder = builder;
        this.options = options;
        this.references = references;
        checks = new AttributeChecks(problems, mayLack: options.ReplayOnly);
        collectives = new CollectiveImporter(builder, checks, options);
        tensors = new TensorImporter(builder, checks);
    }

    /// <summary>Whether all process groups that METADATA nodes define could be read.</summary>
    public bool HasAllGroups { get; private set; } = true;

    /// <summary>Adds the node of a message, whatever mistakes it has. False if the bytes are no Node message.</summary>
    public bool TryAdd(ReadOnlySpan<byte> bytes)
    {
        if (!NodeMessage.TryParse(bytes, dependencies, out var message))
        {
            return false;
        }

        if (options.TrackTensors)
        {
            tensors.Read(message, message.InputTensors, "inputs", reads);
            tensors.Read(message, message.OutputTensors, "outputs", writes);
        }

        builder.Add(
            ToNode(message),
            CollectionsMarshal.AsSpan(dependencies),
            message.Name,
            CollectionsMarshal.AsSpan(reads),
            CollectionsMarshal.AsSpan(writes));
        return true;
    }

    private TraceNode ToNode(in NodeMessage message)
    {
        var node = new TraceNode
        {
            Id = message.Id,
            Kind = KindOf(message),
            IsCpuOperation = checks.Bool(message, message.IsCpuOperation, "is_cpu_op"),
            Duration = DurationOf(message),
        };
        switch (node.Kind)
        {
            case NodeKind.Compute:
                return node with
                {
                    Operations = checks.Integer(message, message.Operations, "num_ops", 0, TraceLimits.MostOperations) ?? 0,
                    Size = checks.Size(message, message.TensorSize, "tensor_size"),
                };
            case NodeKind.MemoryLoad or NodeKind.MemoryStore:
                checks.Require(message, message.TensorSize, "tensor_size");
                return node with { Size = checks.Size(message, message.TensorSize, "tensor_size") };
            case NodeKind.Send:
                return CompleteMessage(node, message, message.CommDestination, "comm_dst", message.CommSource, "comm_src");
            case NodeKind.Receive:
                return CompleteMessage(node, message, message.CommSource, "comm_src", message.CommDestination, "comm_dst");
            case NodeKind.Collective:
                return collectives.Complete(node, message);
            case NodeKind.Metadata:
                AddGroups(message);
                return node;
            default:
                return node;
        }
    }

    private NodeKind KindOf(in NodeMessage message)
    {
        if (message.Type <= (ulong)NodeKind.Collective)
        {
            return (NodeKind)message.Type;
        }

        checks.Report(message, $"Its type is {message.Type}; allowed: 0 (INVALID_NODE) to 7 (COMM_COLL_NODE).");
        return NodeKind.Invalid;
    }

    private SimDuration DurationOf(in NodeMessage message)
    {
        if (message.DurationMicros <= TraceLimits.LongestMicros)
        {
            return SimDuration.FromMicroseconds((long)message.DurationMicros);
        }

        checks.Report(message, $"duration_micros is {message.DurationMicros}; allowed: 0 to {TraceLimits.LongestMicros}.");
        return SimDuration.Zero;
    }

    private TraceNode CompleteMessage(
        TraceNode node, in NodeMessage message, AttributeValue peer, string peerName, AttributeValue owner, string ownerName)
    {
        checks.Require(message, peer, peerName);
        checks.Require(message, message.CommSize, "comm_size");
        var peerNpu = checks.Integer(message, peer, peerName, 0, int.MaxValue);
        var ownerNpu = checks.Integer(message, owner, ownerName, 0, int.MaxValue);
        if (!options.ReplayOnly)
        {
            references.Add(node.Kind, peerNpu, ownerNpu, message);
        }

        return node with
        {
            Peer = (int)(peerNpu ?? 0),
            Size = checks.Size(message, message.CommSize, "comm_size"),
            Tag = checks.Integer(message, message.CommTag, "comm_tag", long.MinValue, long.MaxValue) ?? 0,
        };
    }

    private void AddGroups(in NodeMessage message)
    {
        var groups = MetadataGroupParser.Parse(message.Id, message.InputValues, out var mistake);
        foreach (var group in groups)
        {
            builder.AddMetadataGroup(group);
        }

        if (mistake is not null)
        {
            HasAllGroups = HasAllGroups && !MetadataGroupParser.IsAboutGroups(message.InputValues);
            checks.Report(message, mistake);
        }
    }
}
