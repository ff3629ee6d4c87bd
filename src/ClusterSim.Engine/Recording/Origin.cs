namespace ClusterSim.Engine.Recording;

/// <summary>What a message belongs to, as only its sender knows. Where it belongs to nothing of the kind, a number is <see cref="None"/>.</summary>
/// <param name="Node">The id of the node in its NPU's trace.</param>
/// <param name="Collective">The id of the collective's first stream, by which all its ranks know it.</param>
/// <param name="Stream">The id of the stream.</param>
/// <param name="Phase">The number of the stream's phase, from 0.</param>
/// <param name="Step">How many chunks the NPU had sent in the phase before.</param>
public readonly record struct Origin(long Node, long Collective, long Stream, int Phase, int Step)
{
    /// <summary>Stands for no number.</summary>
    public const int None = -1;

    /// <summary>That of a message which belongs to nothing.</summary>
    public static Origin Unknown { get; } = new(None, None, None, None, None);

    /// <summary>That of a message which belongs to a node, and to no collective.</summary>
    public static Origin OfNode(long node) => new(node, None, None, None, None);
}
