using System.Text;

namespace ClusterSim.Workload.Graph;

/// <summary>
/// The names of a graph's nodes, as UTF-8 one behind the other: a trace has up to millions of nodes, and names are only read
/// for messages and reports. They take more memory than all else of a node, and so are never copied.
/// </summary>
public sealed class NodeNames
{
    private readonly NodeOrder order;
    private readonly ChunkedList<byte> text;
    private readonly ChunkedList<int> ends;

    /// <param name="order">Where the nodes stand in the order in which their names were added.</param>
    /// <param name="text">All names, in the order of adding.</param>
    /// <param name="ends">Where each of them ends.</param>
    internal NodeNames(NodeOrder order, ChunkedList<byte> text, ChunkedList<int> ends)
    {
        this.order = order;
        this.text = text;
        this.ends = ends;
    }

    /// <summary>The name of the node at a place in ascending order of id; empty if the trace gives none.</summary>
    public string this[int index]
    {
        get
        {
            var place = order[index];
            var start = place == 0 ? 0 : ends[place - 1];
            var name = new byte[ends[place] - start];
            text.CopyTo(start, name);
            return Encoding.UTF8.GetString(name);
        }
    }
}
