namespace ClusterSim.Tracing;

/// <summary>Tells what the nodes of the NPUs' traces are called.</summary>
public interface INodeNames
{
    /// <summary>The node's id in its trace.</summary>
    long IdOf(int npu, int node);

    /// <summary>The node's name; empty if it has none.</summary>
    string NameOf(int npu, int node);

    /// <summary>The node's kind, such as <c>compute</c>.</summary>
    string KindOf(int npu, int node);
}
