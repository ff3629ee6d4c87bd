using System.Globalization;
using System.Text;
using ClusterSim.Core.Input;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Chakra;

/// <summary>
/// Which NPUs the sends and receives of a trace name. Whether they may depends on the NPU that replays the trace, and one
/// trace may serve many: so this is kept apart from the graph, and small.
/// </summary>
internal sealed class RankReferences
{
    private readonly SortedDictionary<long, NodeReference> owners = [];
    private readonly SortedDictionary<long, NodeReference> peers = [];

    /// <summary>Adds the NPUs that a send or receive names, if it does: that at the other end, and that which it should run on.</summary>
    public void Add(NodeKind kind, long? peer, long? owner, in NodeMessage node)
    {
        Add(peers, kind, peer, node);
        Add(owners, kind, owner, node);
    }

    /// <summary>What is wrong if an NPU replays the trace.</summary>
    /// <param name="npu">The NPU; in the trace of a custom collective, the rank.</param>
    /// <param name="npuCount">How many there are; null: unknown.</param>
    /// <param name="noun">What they are called in messages: NPU, rank.</param>
    /// <param name="source">The trace in messages.</param>
    public IEnumerable<Problem> ProblemsOf(int npu, int? npuCount, string noun, string source)
    {
        foreach (var (owner, node) in owners)
        {
            if (owner != npu)
            {
                var (verb, key) = node.IsSend ? ("sends", "comm_src") : ("receives", "comm_dst");
                yield return At(
                    source,
                    node,
                    $"It says that {noun} {owner} {verb} ({key}), but this is the trace of {noun} {npu}{Others(node)}.",
                    $"Give every {noun} its own trace, or leave {key} out: it then means the {noun} itself.");
            }
        }

        foreach (var (peer, node) in peers)
        {
            var (action, key) = node.IsSend ? ("sends to", "comm_dst") : ("receives from", "comm_src");
            if (peer == npu)
            {
                yield return At(source, node, $"{noun} {npu} {action} itself ({key} is {peer}){Others(node)}.", $"Name another {noun}.");
            }
            else if (peer >= npuCount)
            {
                yield return At(source, node, $"It {action} {noun} {peer} ({key}); allowed: 0 to {npuCount - 1}{Others(node)}.");
            }
        }
    }

    private static void Add(SortedDictionary<long, NodeReference> references, NodeKind kind, long? npu, in NodeMessage node)
    {
        if (npu is not { } number)
        {
            return;
        }

        if (references.TryGetValue(number, out var first))
        {
            first.Count++;
        }
        else
        {
            references.Add(number, new NodeReference(node.Id, Encoding.UTF8.GetString(node.Name), kind == NodeKind.Send));
        }
    }

    private static Problem At(string source, NodeReference node, string what, string? remedy = null) =>
        new($"{Printable.Of(source)} node {TraceProblems.Describe(node.Id, node.Name)}", what, remedy);

    private static string Others(NodeReference node) => node.Count switch
    {
        1 => "",
        2 => "; so does 1 other node",
        _ => string.Create(CultureInfo.InvariantCulture, $"; so do {node.Count - 1:N0} other nodes"),
    };
}
