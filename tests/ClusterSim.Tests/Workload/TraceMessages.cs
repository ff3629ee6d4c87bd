using ClusterSim.Workload.Chakra;
using Google.Protobuf;

namespace ClusterSim.Tests.Workload;

/// <summary>Makes the messages of traces, right and wrong ones, with the classes that protoc generates from the schema.</summary>
internal static class TraceMessages
{
    public static byte[] ToBytes(params Node[] nodes)
    {
        using var stream = new MemoryStream();
        new GlobalMetadata { Version = "0.0.4" }.WriteDelimitedTo(stream);
        foreach (var node in nodes)
        {
            node.WriteDelimitedTo(stream);
        }

        return stream.ToArray();
    }

    public static Node Node(ulong id, NodeType type, params AttributeProto[] attributes) =>
        new() { Id = id, Name = "n", Type = type, Attr = { attributes } };

    public static Node Compute(ulong id, params ulong[] dependencies) =>
        new() { Id = id, Name = "n", Type = NodeType.CompNode, DurationMicros = 1, DataDeps = { dependencies } };

    public static Node Send(ulong id, int to, long size = 8, long tag = 0) =>
        Node(id, NodeType.CommSendNode, Int("comm_dst", to), Int("comm_size", size), Int("comm_tag", tag));

    public static Node Receive(ulong id, int from, long size = 8, long tag = 0) =>
        Node(id, NodeType.CommRecvNode, Int("comm_src", from), Int("comm_size", size), Int("comm_tag", tag));

    public static Node Collective(ulong id, CollectiveCommType kind = CollectiveCommType.AllReduce, long size = 8, string? group = null)
    {
        var node = Node(id, NodeType.CommCollNode, Int("comm_type", (long)kind), Int("comm_size", size));
        if (group is not null)
        {
            node.Attr.Add(Text("pg_name", group));
        }

        return node;
    }

    public static Node Metadata(ulong id, string values) =>
        new() { Id = id, Name = "n", Type = NodeType.MetadataNode, Inputs = new IOInfo { Values = values } };

    public static AttributeProto Int(string name, long value) => new() { Name = name, Int64Val = value };

    public static AttributeProto Text(string name, string value) => new() { Name = name, StringVal = value };

    public static AttributeProto Texts(string name, params string[] values) =>
        new() { Name = name, StringList = new StringList { Values = { values } } };

    /// <summary>The same node with further attributes.</summary>
    public static Node With(this Node node, params AttributeProto[] attributes)
    {
        node.Attr.AddRange(attributes);
        return node;
    }

    /// <summary>The same node without an attribute.</summary>
    public static Node Without(this Node node, string name)
    {
        node.Attr.Remove(node.Attr.Single(attribute => attribute.Name == name));
        return node;
    }
}
