using ClusterSim.Core.Collectives;
using ClusterSim.Workload.Chakra;
using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Set;

namespace ClusterSim.Workload.Rescaling;

/// <summary>Makes the nodes of one NPU out of those of the NPU that it is a replica of.</summary>
internal sealed class NodeRescaler
{
    private readonly GroupGrowth growth;
    private readonly IReadOnlyDictionary<string, ProcessGroup> groups;
    private readonly int from;
    private readonly int to;
    private readonly int replica;
    private readonly bool keepsSizes;
    private readonly List<ulong> dependencies = [];

    /// <param name="growth">What becomes of process groups.</param>
    /// <param name="groups">The process groups as they are.</param>
    /// <param name="from">How many NPUs there are.</param>
    /// <param name="to">How many there will be.</param>
    /// <param name="replica">Which replica the NPU belongs to, from 0.</param>
    /// <param name="keepsSizes">Whether ALL_GATHERs keep their bytes.</param>
    public NodeRescaler(GroupGrowth growth, IReadOnlyDictionary<string, ProcessGroup> groups, int from, int to, int replica, bool keepsSizes)
    {
        this.growth = growth;
        this.groups = groups;
        this.from = from;
        this.to = to;
        this.replica = replica;
        this.keepsSizes = keepsSizes;
    }

    /// <summary>The message of a node as it will be; null: as it is, to the byte.</summary>
    public Node? Change(ReadOnlySpan<byte> bytes)
    {
        if (!NodeMessage.TryParse(bytes, dependencies, out var message))
        {
            return null;
        }

        var kind = (NodeKind)message.Type;
        var isConcerned = kind switch
        {
            NodeKind.Send or NodeKind.Receive => replica > 0,
            NodeKind.Collective => true,
            NodeKind.Metadata => MetadataGroupParser.IsAboutGroups(message.InputValues),
            _ => false,
        };
        if (!isConcerned)
        {
            return null;
        }

        var node = Node.Parser.ParseFrom(bytes);
        return kind switch
        {
            NodeKind.Collective => ChangeCollective(node) ? node : null,
            NodeKind.Metadata => ChangeMetadata(node),
            _ => Shift(node),
        };
    }

    private Node Shift(Node node)
    {
        foreach (var attribute in node.Attr.Where(attribute => attribute.Name is "comm_src" or "comm_dst"))
        {
            IntegerAttribute.Set(attribute, value => value + ((long)replica * from));
        }

        return node;
    }

    private Node ChangeMetadata(Node node)
    {
        int[] everyone = [.. Enumerable.Range(0, from)];
        node.Inputs.Values = MetadataGroupEditor.Edit(node.Inputs.Values, (name, ranks) =>
        {
            var result = growth.RanksOf(name, ranks.Count == 0 ? everyone : ranks, replica);
            var isEveryone = ranks.Count == 0 && result.Count == to;
            return result.Count == 0 ? null : (ProcessGroups.IsAllNpus(name) ? name : growth.NameOf(name, replica), isEveryone ? [] : result);
        });
        return node;
    }

    private bool ChangeCollective(Node node)
    {
        var group = node.Attr.LastOrDefault(attribute => attribute.Name == "pg_name");
        var name = group?.StringVal ?? "";
        if (ProcessGroups.IsAllNpus(name) && IsOfDimensions(node))
        {
            return false;
        }

        if (growth.Grows(name, groups.GetValueOrDefault(name)?.Ranks))
        {
            return ChangeSize(node);
        }

        var renamed = growth.NameOf(name, replica);
        if (renamed == name)
        {
            return false;
        }

        if (group is null)
        {
            node.Attr.Add(NodeAttributes.Text("pg_name", renamed));
        }
        else
        {
            group.StringVal = renamed;
        }

        return true;
    }

    // Which NPUs those join follows from the network.
    private static bool IsOfDimensions(Node node) =>
        node.Attr.Any(attribute => attribute.Name == "involved_dim" && attribute.BoolList is { } list && list.Values.Contains(false));

    // What is gathered stays as large as it is; the part of each NPU gets smaller or larger.
    private bool ChangeSize(Node node)
    {
        var isGather = node.Attr.Any(attribute => attribute.Name == "comm_type" && IntegerAttribute.Get(attribute) == (long)CollectiveKind.AllGather);
        if (keepsSizes || !isGather)
        {
            return false;
        }

        foreach (var size in node.Attr.Where(attribute => attribute.Name == "comm_size"))
        {
            IntegerAttribute.Set(size, value => (long)((((Int128)value * from) + to - 1) / to));
        }

        return true;
    }
}
