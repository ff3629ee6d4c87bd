using System.Text;

namespace ClusterSim.Workload.Graph;

/// <summary>
/// The names of a graph's nodes, as UTF-8 in one buffer: a trace has up to millions of nodes, and names are only read
/// for messages and reports.
/// </summary>
public sealed class NodeNames
{
    private readonly byte[] text;
    private readonly int[] ends;

    internal NodeNames(byte[] text, int[] ends)
    {
        this.text = text;
        this.ends = ends;
    }

    /// <summary>The name of the node at a place in ascending order of id; empty if the trace gives none.</summary>
    public string this[int index]
    {
        get
        {
            var start = index == 0 ? 0 : ends[index - 1];
            return Encoding.UTF8.GetString(text, start, ends[index] - start);
        }
    }
}
