using ClusterSim.Collectives.Algorithms.Packets;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Algorithms.HalvingDoubling;

/// <summary>One rank's part in recursive halving and doubling.</summary>
internal sealed class HalvingDoublingPhase : PacketPhase
{
    private readonly int rank;
    private readonly int rankCount;
    private readonly CollectiveKind kind;
    private readonly ByteSize dataSize;
    private Step inLine;
    private Step toSend;

    public HalvingDoublingPhase(PacketPlan plan, in PhaseContext context)
        : base(plan, context.Size)
    {
        rank = context.Rank;
        rankCount = context.RankCount;
        kind = context.Kind;
        dataSize = context.Size;
        inLine = First();
        toSend = First();
    }

    protected override ByteSize NextSizeInLine()
    {
        var size = inLine.Size;
        inLine = After(inLine);
        return size;
    }

    protected override Packet NextToSend()
    {
        var step = toSend;
        toSend = After(toSend);
        var partner = rank ^ step.Offset;
        return new Packet(partner, partner, step.Size);
    }

    private Step First() => kind == CollectiveKind.AllGather
        ? new Step(rankCount / 2, dataSize, Doubling: true)
        : new Step(1, dataSize / 2, Doubling: false);

    private Step After(Step step)
    {
        if (step.Doubling)
        {
            // The step behind the last one is put in line but never sent.
            return step with { Offset = step.Offset / 2, Size = step.Offset > 1 ? step.Size * 2 : step.Size };
        }

        if (step.Offset * 2 < rankCount)
        {
            return step with { Offset = step.Offset * 2, Size = step.Size / 2 };
        }

        // The way back begins with the same partner. Halving once more before doubling drops an odd byte, as the reference does.
        return kind == CollectiveKind.AllReduce ? new Step(step.Offset, step.Size / 2 * 2, Doubling: true) : step;
    }

    private readonly record struct Step(int Offset, ByteSize Size, bool Doubling);
}
