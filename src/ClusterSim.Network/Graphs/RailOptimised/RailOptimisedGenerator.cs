using ClusterSim.Network.Options;

namespace ClusterSim.Network.Graphs.RailOptimised;

/// <summary>
/// The rail-optimised network of NVIDIA's DGX SuperPOD reference architecture: the NPUs of a node share a local switch, and NPU r of every node is
/// joined to the switch of rail r by a link that is outer. With spines every rail is joined to each of them, by outer links, too. Without, it is the
/// rail-only network of W. Wang et al., "Rail-only: A Low-Cost High-Performance Network for Training LLMs with Trillion Parameters" (2023): between
/// rails a chunk passes through an NPU of one of the two nodes. NPU r of node n is number n*rails + r.
/// </summary>
internal sealed class RailOptimisedGenerator : IGraphGenerator
{
    public string Name => "rail-optimised";

    public IReadOnlyList<string> Required => [GraphKeys.Nodes, GraphKeys.Rails];

    public IReadOnlyList<string> Optional => [GraphKeys.Spines];

    public bool HasOuterLinks => true;

    public string? WhyNot(GraphParameters parameters) => null;

    public double DeviceCount(GraphParameters parameters)
    {
        var (nodes, rails) = ((double)parameters.Count(GraphKeys.Nodes), parameters.Count(GraphKeys.Rails));
        return nodes * rails + nodes + rails + parameters.Count(GraphKeys.Spines);
    }

    public NetworkGraph Generate(GraphParameters parameters)
    {
        var (nodes, rails) = (parameters.Count(GraphKeys.Nodes), parameters.Count(GraphKeys.Rails));
        var draft = new GraphDraft(nodes * rails);
        var locals = Enumerable.Range(0, nodes).Select(node => draft.AddSwitch("local", node)).ToArray();
        var leaves = Enumerable.Range(0, rails).Select(rail => draft.AddSwitch("rail", rail)).ToArray();
        for (var npu = 0; npu < nodes * rails; npu++)
        {
            draft.Join(npu, locals[npu / rails], parameters.Inner);
            draft.Join(npu, leaves[npu % rails], parameters.Outer);
        }

        for (var number = 0; number < parameters.Count(GraphKeys.Spines); number++)
        {
            var spine = draft.AddSwitch("spine", number);
            Array.ForEach(leaves, leaf => draft.Join(leaf, spine, parameters.Outer));
        }

        return draft.Build();
    }
}
