using Akka.Actor;

namespace ClusterSim.Cluster.Inputs;

/// <summary>An input that is here and stays until this is disposed of.</summary>
public sealed class InputLease : IDisposable
{
    private readonly IActorRef store;
    private readonly string hash;
    private int disposals;

    internal InputLease(IActorRef store, InputReady ready)
    {
        this.store = store;
        hash = ready.Id.Hash;
        Path = ready.Path;
    }

    /// <summary>The file; not to be changed.</summary>
    public string Path { get; }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposals, 1) == 0)
        {
            store.Tell(new ReleaseInput(hash), ActorRefs.NoSender);
        }
    }
}
