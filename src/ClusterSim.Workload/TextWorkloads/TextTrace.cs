using ClusterSim.Workload.Chakra;
using Google.Protobuf;

namespace ClusterSim.Workload.TextWorkloads;

/// <summary>
/// The nodes of one NPU while a schedule makes them: written one by one with the names and attributes that Chakra's own
/// converter gives them, or only counted.
/// </summary>
internal sealed class TextTrace
{
    private const string Schema = "1.0.2-chakra.1.0.0";

    private readonly CodedOutputStream? output;
    private readonly HashSet<LayerPass> communicated = new(ReferenceEqualityComparer.Instance);

    /// <summary>Counts nodes.</summary>
    public TextTrace()
    {
    }

    /// <summary>Starts a trace.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="content">The text that it is made of, which the trace carries.</param>
    /// <param name="firstId">The id of its first node.</param>
    public TextTrace(CodedOutputStream output, string content, ulong firstId)
    {
        this.output = output;
        NextId = firstId;
        output.WriteMessage(new GlobalMetadata { Attr = { NodeAttributes.Text("schema", Schema), NodeAttributes.Text("input_file", content) } });
    }

    /// <summary>The id of the next node.</summary>
    public ulong NextId { get; private set; }

    /// <summary>Whether a pass has led to a collective.</summary>
    public bool HasCommunicated(LayerPass pass) => communicated.Contains(pass);

    /// <summary>Adds the computation of a pass.</summary>
    /// <param name="layer">The layer's name.</param>
    /// <param name="phase">What the pass is called in names.</param>
    /// <param name="pass">The pass.</param>
    /// <param name="after">The nodes that must finish before, where there are such.</param>
    /// <returns>Its id.</returns>
    public ulong Compute(string layer, string phase, LayerPass pass, params ReadOnlySpan<ulong?> after)
    {
        if (output is not null)
        {
            var node = NewNode($"COMP_NODE_{layer}_{phase}", NodeType.CompNode, after);
            node.DurationMicros = (ulong)(pass.Compute.Ns / 1000);
            output.WriteMessage(node);
        }

        return NextId++;
    }

    /// <summary>Adds the collective of a pass, if it has one that joins any NPUs.</summary>
    /// <param name="label">What the collective is called in names, before its kind.</param>
    /// <param name="pass">The pass.</param>
    /// <param name="scope">Which NPUs it joins.</param>
    /// <param name="after">The node that must finish before, if any.</param>
    /// <returns>Its id; null if there is none.</returns>
    public ulong? Collective(string label, LayerPass pass, CollectiveScope scope, ulong? after = null)
    {
        if (pass.Collective is not { } kind || ReferenceEquals(scope, CollectiveScope.None))
        {
            return null;
        }

        communicated.Add(pass);
        if (output is not null)
        {
            var node = NewNode($"COMM_COLL_NODE_{label}_{TextLayerParser.NameOf(kind)}", NodeType.CommCollNode, [after]);
            node.Attr.Add(NodeAttributes.Int64("comm_type", (long)kind));
            node.Attr.Add(NodeAttributes.Int64("comm_size", pass.Size.Bytes));
            AddScope(node, scope);
            output.WriteMessage(node);
        }

        return NextId++;
    }

    private static void AddScope(Node node, CollectiveScope scope)
    {
        if (scope.Group.Length > 0)
        {
            node.Attr.Add(NodeAttributes.Text("pg_name", scope.Group));
        }

        if (scope.InvolvedDimensions is { } dimensions)
        {
            node.Attr.Add(new AttributeProto { Name = "involved_dim", BoolList = new BoolList { Values = { dimensions } } });
        }
    }

    private Node NewNode(string name, NodeType type, ReadOnlySpan<ulong?> after)
    {
        var node = new Node { Id = NextId, Name = name, Type = type };
        foreach (var parent in after)
        {
            if (parent is { } id)
            {
                node.DataDeps.Add(id);
            }
        }

        return node;
    }
}
