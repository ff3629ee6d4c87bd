namespace ClusterSim.Hosting.Diagnosis;

/// <summary>An edge of the graph of who waits for what.</summary>
/// <param name="Kind">What is waited for.</param>
/// <param name="Npu">Who waits.</param>
/// <param name="For">The NPU that is waited for; null: none.</param>
/// <param name="Node">The id of the node that waits; null: what waits belongs to no single node.</param>
/// <param name="Name">The node's name, fit for a terminal; empty if it has none.</param>
/// <param name="What">What the node does: <c>receive of 4,096 B, tag 17</c>.</param>
/// <param name="Why">Why that does not go on: <c>npu/5 has finished without sending it</c>.</param>
public sealed record Wait(WaitKind Kind, int Npu, int? For, ulong? Node, string Name, string What, string Why)
{
    /// <summary>In one line.</summary>
    public override string ToString()
    {
        var ends = For is { } other ? $"npu/{Npu} → npu/{other}" : $"npu/{Npu}";
        var node = Node is { } id ? $"node {id} {Name}".TrimEnd() + ", " : "";
        return $"{ends}: {node}{What}: {Why}";
    }
}
