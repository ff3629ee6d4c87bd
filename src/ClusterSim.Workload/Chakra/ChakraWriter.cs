using System.Runtime.InteropServices;
using ClusterSim.Workload.Graph;
using Google.Protobuf;

namespace ClusterSim.Workload.Chakra;

/// <summary>
/// Writes Chakra execution traces (<c>.et</c>) that other Chakra tools read. Nodes are written one by one, so that a trace
/// may be larger than memory. Disposing writes the last ones; the stream stays open.
/// </summary>
public sealed class ChakraWriter : IDisposable
{
    private const string SchemaVersion = "0.0.4";
    private const int BufferSize = 1 << 16;

    private readonly CodedOutputStream output;
    private readonly int? npu;

    // One message for all nodes: a trace has millions.
    private readonly Node message = new();

    /// <summary>Starts a trace.</summary>
    /// <param name="stream">Where it goes.</param>
    /// <param name="npu">
    /// The NPU that replays it, to be named at this end of sends and receives; null: it is left out, so that several NPUs
    /// may replay the trace.
    /// </param>
    public ChakraWriter(Stream stream, int? npu = null)
    {
        this.npu = npu;
        output = new CodedOutputStream(stream, BufferSize, leaveOpen: true);
        output.WriteMessage(new GlobalMetadata { Version = SchemaVersion });
    }

    /// <summary>Writes a whole trace.</summary>
    /// <param name="graph">Its nodes, with their tensors and process groups.</param>
    /// <param name="stream">Where it goes; stays open.</param>
    /// <param name="npu">As for the constructor.</param>
    /// <exception cref="ArgumentException">A duration is no whole number of microseconds.</exception>
    public static void Write(ExecutionGraph graph, Stream stream, int? npu = null)
    {
        using var writer = new ChakraWriter(stream, npu);
        var parents = new ParentTable(graph);
        var dependencies = new List<ulong>();
        var groups = graph.MetadataGroups.ToLookup(group => group.NodeId);
        for (var i = 0; i < graph.Count; i++)
        {
            ref readonly var node = ref graph[i];
            dependencies.Clear();
            foreach (var parent in parents[i])
            {
                dependencies.Add(graph[parent].Id);
            }

            var group = node.Group < 0 ? "" : graph.GroupNames[node.Group];
            writer.Fill(node, CollectionsMarshal.AsSpan(dependencies), graph.Names[i], group);
            writer.AddTensors(graph.Tensors, i);
            if (groups.Contains(node.Id))
            {
                writer.message.Inputs = new IOInfo { Values = NodeAttributes.GroupValues(groups[node.Id]) };
            }

            writer.output.WriteMessage(writer.message);
        }
    }

    /// <summary>Writes the next node.</summary>
    /// <param name="node">The node. Its group's number means nothing here.</param>
    /// <param name="dependencies">The ids of the nodes that must finish before.</param>
    /// <param name="name">Its name.</param>
    /// <param name="group">The process group of a collective; empty: all NPUs.</param>
    /// <exception cref="ArgumentException">The duration is no whole number of microseconds.</exception>
    public void Write(in TraceNode node, ReadOnlySpan<ulong> dependencies, string name = "", string group = "")
    {
        Fill(node, dependencies, name, group);
        output.WriteMessage(message);
    }

    public void Dispose() => output.Dispose();

    private void Fill(in TraceNode node, ReadOnlySpan<ulong> dependencies, string name, string group)
    {
        if (node.Duration.Ns % 1000 != 0)
        {
            throw new ArgumentException($"Node {node.Id} lasts {node.Duration}; Chakra knows whole microseconds only.", nameof(node));
        }

        message.Id = node.Id;
        message.Name = name;
        message.Type = (NodeType)node.Kind;
        message.DurationMicros = (ulong)(node.Duration.Ns / 1000);
        message.Inputs = null;
        message.DataDeps.Clear();
        foreach (var dependency in dependencies)
        {
            message.DataDeps.Add(dependency);
        }

        message.Attr.Clear();
        message.Attr.Add(NodeAttributes.Bool("is_cpu_op", node.IsCpuOperation));
        AddAttributes(node, group);
    }

    private void AddAttributes(in TraceNode node, string group)
    {
        switch (node.Kind)
        {
            case NodeKind.Compute:
                AddUnlessDefault("num_ops", node.Operations, NodeAttributes.Uint64);
                AddUnlessDefault("tensor_size", node.Size.Bytes, NodeAttributes.Uint64);
                break;
            case NodeKind.MemoryLoad or NodeKind.MemoryStore:
                message.Attr.Add(NodeAttributes.Uint64("tensor_size", node.Size.Bytes));
                break;
            case NodeKind.Send:
                AddMessage(node, source: npu, destination: node.Peer);
                break;
            case NodeKind.Receive:
                AddMessage(node, source: node.Peer, destination: npu);
                break;
            case NodeKind.Collective:
                AddCollective(node, group);
                break;
        }
    }

    private void AddMessage(in TraceNode node, int? source, int? destination)
    {
        if (source is { } from)
        {
            message.Attr.Add(NodeAttributes.Uint32("comm_src", from));
        }

        if (destination is { } to)
        {
            message.Attr.Add(NodeAttributes.Uint32("comm_dst", to));
        }

        message.Attr.Add(NodeAttributes.Int64("comm_size", node.Size.Bytes));
        message.Attr.Add(NodeAttributes.Uint32("comm_tag", node.Tag));
    }

    private void AddCollective(in TraceNode node, string group)
    {
        message.Attr.Add(NodeAttributes.Int64("comm_type", (long)node.Collective));
        message.Attr.Add(NodeAttributes.Int64("comm_size", node.Size.Bytes));
        AddUnlessDefault("comm_root", node.Peer, NodeAttributes.Uint32);
        AddUnlessDefault("comm_priority", node.Priority, NodeAttributes.Uint32);
        if (group.Length > 0)
        {
            message.Attr.Add(NodeAttributes.Text("pg_name", group));
        }

        if (node.InvolvedDimensions != uint.MaxValue)
        {
            message.Attr.Add(NodeAttributes.InvolvedDimensions(node.InvolvedDimensions));
        }
    }

    private void AddUnlessDefault(string name, long value, Func<string, long, AttributeProto> attribute)
    {
        if (value != 0)
        {
            message.Attr.Add(attribute(name, value));
        }
    }

    private void AddTensors(TensorUses? tensors, int index)
    {
        if (tensors is null)
        {
            return;
        }

        if (!tensors.Reads(index).IsEmpty)
        {
            message.Attr.Add(NodeAttributes.Tensors("inputs", tensors.Reads(index), tensors.Names));
        }

        if (!tensors.Writes(index).IsEmpty)
        {
            message.Attr.Add(NodeAttributes.Tensors("outputs", tensors.Writes(index), tensors.Names));
        }
    }
}
