namespace ClusterSim.Collectives.Npu;

/// <summary>
/// What an NPU does when something that it waits for has come: which of its parts is told, and about what. One word, because
/// hundreds wait at a time, and because a number costs the garbage collector nothing.
/// </summary>
internal readonly record struct Continuation
{
    /// <summary>How many phases may run on an NPU at a time.</summary>
    public const int MaximumPhases = 1 << (KindShift - PhaseShift);

    private const int KindShift = 56;
    private const int PhaseShift = 32;

    private readonly ulong word;

    /// <param name="kind">What follows.</param>
    /// <param name="phase">The phase that is told, by its number in the NPU's <see cref="PhaseTable"/>; 0 where none is.</param>
    /// <param name="label">The phase's own label, the node, or the number of a pending transfer.</param>
    public Continuation(ContinuationKind kind, int phase, int label)
    {
        word = unchecked(((ulong)kind << KindShift) | ((ulong)(uint)phase << PhaseShift) | (uint)label);
    }

    /// <summary>Nobody waits for it.</summary>
    public static Continuation None => default;

    public ContinuationKind Kind => unchecked((ContinuationKind)(byte)(word >> KindShift));

    /// <summary>Whether a phase is told.</summary>
    public bool IsOfPhase => Kind is >= ContinuationKind.PacketReduces and <= ContinuationKind.PhaseDelivered;

    public int Phase => unchecked((int)(word >> PhaseShift)) & (MaximumPhases - 1);

    public int Label => unchecked((int)word);

    public static Continuation NodeEnds(int node) => new(ContinuationKind.NodeEnds, 0, node);
}
