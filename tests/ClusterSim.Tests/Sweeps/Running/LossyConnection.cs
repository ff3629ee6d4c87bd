using Akka.Actor;

namespace ClusterSim.Tests.Sweeps.Running;

/// <summary>Stands between an owner and one worker, and loses some of what they say; which, a seed decides.</summary>
internal sealed class LossyConnection(IActorRef owner, int seed) : UntypedActor
{
    private const uint LostOfEight = 3;

    private uint state = (uint)seed;
    private IActorRef worker = ActorRefs.Nobody;

    protected override void OnReceive(object message)
    {
        if (!Sender.Equals(owner))
        {
            worker = Sender;
        }

        if (!Loses())
        {
            (Sender.Equals(owner) ? worker : owner).Tell(message);
        }
    }

    // As good as any: numbers that follow each other without a pattern that a protocol has.
    private bool Loses()
    {
        state = unchecked((state * 1_664_525) + 1_013_904_223);
        return (state >> 16) % 8 < LostOfEight;
    }
}
