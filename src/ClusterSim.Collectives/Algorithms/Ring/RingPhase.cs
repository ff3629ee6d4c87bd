using ClusterSim.Collectives.Algorithms.Packets;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Algorithms.Ring;

/// <summary>One rank's part in a ring.</summary>
internal sealed class RingPhase : PacketPhase
{
    private readonly Packet packet;

    public RingPhase(PacketPlan plan, in PhaseContext context)
        : base(plan, context.Size)
    {
        var next = (context.Rank + context.Direction + context.RankCount) % context.RankCount;
        var previous = (context.Rank - context.Direction + context.RankCount) % context.RankCount;
        var size = context.Kind == CollectiveKind.AllGather ? context.Size : context.Size / context.RankCount;
        packet = new Packet(next, previous, size);
    }

    protected override ByteSize NextSizeInLine() => packet.Size;

    protected override Packet NextToSend() => packet;
}
