using ClusterSim.Collectives.Algorithms.Packets;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Algorithms.Direct;

/// <summary>One rank's part in a direct exchange.</summary>
internal sealed class DirectPhase : PacketPhase
{
    private readonly int rank;
    private readonly int rankCount;
    private readonly int direction;
    private readonly ByteSize size;
    private int distance;

    public DirectPhase(PacketPlan plan, in PhaseContext context)
        : base(plan, context.Size)
    {
        rank = context.Rank;
        rankCount = context.RankCount;
        direction = context.Direction;
        size = context.Kind == CollectiveKind.AllGather ? context.Size : context.Size / rankCount;
    }

    protected override ByteSize NextSizeInLine() => size;

    protected override Packet NextToSend()
    {
        // Round all others, never to itself.
        distance = distance == rankCount - 1 ? 1 : distance + 1;
        return new Packet(Wrap(rank + direction * distance), Wrap(rank - direction * distance), size);
    }

    private int Wrap(int place) => place < 0 ? place + rankCount : place >= rankCount ? place - rankCount : place;
}
