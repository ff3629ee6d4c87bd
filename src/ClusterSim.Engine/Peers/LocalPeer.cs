using Akka.Actor;
using ClusterSim.Engine.Partitions;

namespace ClusterSim.Engine.Peers;

/// <summary>A peer in this process: it reads what it is handed in its place.</summary>
internal sealed class LocalPeer(int index, IActorRef actor) : IPeer
{
    public void Sync(long window, long next, bool isLast, Border border) =>
        actor.Tell(new Sync(window, next, border.BatchFor(index), border.Requests, isLast));
}
