using ClusterSim.Engine.Recording.Remote.Wire;

namespace ClusterSim.Engine.Recording.Remote;

/// <summary>Turns recorded nodes of traces into columns for the wire, and back.</summary>
internal static class NodeRecordsCodec
{
    public static NodeRecords Encode(IEnumerable<RecordedNode> nodes)
    {
        var columns = new NodeRecords();
        foreach (var node in nodes)
        {
            columns.Npu.Add(node.Npu);
            columns.Node.Add(node.Node);
            columns.Started.Add(node.StartedAt);
            columns.Ended.Add(node.EndedAt);
        }

        return columns;
    }

    /// <exception cref="InvalidDataException">The columns do not belong together.</exception>
    public static IEnumerable<RecordedNode> Decode(NodeRecords columns)
    {
        var count = columns.Npu.Count;
        return columns.Node.Count == count && columns.Started.Count == count && columns.Ended.Count == count
            ? Enumerable.Range(0, count).Select(place => new RecordedNode(columns.Npu[place], columns.Node[place], columns.Started[place], columns.Ended[place]))
            : throw new InvalidDataException("The columns of a batch of recorded nodes differ in length.");
    }
}
