using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Collectives.Algorithms.Custom;

/// <summary>One rank's replay of a custom algorithm's trace: every node that is ready starts at once.</summary>
internal sealed class CustomPhase(ExecutionGraph graph, ByteSize size) : ICollectivePhase
{
    private static readonly SimDuration ShortestCompute = new(1);

    private readonly int[] dependenciesLeft = graph.CopyDependencyCounts();
    private int nodesLeft = graph.Count;

    public void Start(IPhaseActions actions)
    {
        if (graph.Count == 0)
        {
            actions.Finish(size);
            return;
        }

        for (var node = 0; node < graph.Count; node++)
        {
            if (graph.DependencyCount(node) == 0)
            {
                StartNode(actions, node);
            }
        }
    }

    public void OnProcessed(IPhaseActions actions, int label) => EndNode(actions, label);

    public void OnReceived(IPhaseActions actions, int label) => EndNode(actions, label);

    public void OnDelivered(IPhaseActions actions, int label) => EndNode(actions, label);

    private void StartNode(IPhaseActions actions, int index)
    {
        ref readonly var node = ref graph[index];
        switch (node.Kind)
        {
            case NodeKind.Send:
                actions.SendTagged(index, node.Peer, node.Size, node.Tag);
                break;
            case NodeKind.Receive:
                actions.ReceiveTagged(index, node.Peer, node.Size, node.Tag);
                break;
            case NodeKind.Compute:
                actions.Wait(index, node.Duration == SimDuration.Zero ? ShortestCompute : node.Duration);
                break;
            default:
                throw new InvalidOperationException(
                    $"Node {node.Id} of a custom collective is of kind {node.Kind}; allowed are send, receive and compute.");
        }
    }

    private void EndNode(IPhaseActions actions, int index)
    {
        foreach (var child in graph.Children(index))
        {
            if (--dependenciesLeft[child] == 0)
            {
                StartNode(actions, child);
            }
        }

        if (--nodesLeft == 0)
        {
            actions.Finish(size);
        }
    }
}
