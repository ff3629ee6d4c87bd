using Akka.Actor;
using ClusterSim.Cluster.Membership;

namespace ClusterSim.Cluster.Inputs;

/// <summary>The inputs that a node has, or gets from the process that submitted the work.</summary>
public sealed class InputStore
{
    private readonly IActorRef actor;
    private readonly ActorSystem system;

    internal InputStore(ActorSystem system, IActorRef actor, string linkFolder, bool takesPlugins)
    {
        TakesPlugins = takesPlugins;
        LinkFolder = linkFolder;
        this.system = system;
        this.actor = actor;
    }

    /// <summary>Whether this node runs the code of plug-ins.</summary>
    internal bool TakesPlugins { get; }

    /// <summary>Where links to inputs that are in use may be put.</summary>
    internal string LinkFolder { get; }

    /// <summary>Gets an input: from the cache, or else from its owner, once however many ask.</summary>
    /// <param name="id">Of the input.</param>
    /// <param name="owner">The address of the process that offers it (<see cref="InputSource"/>), as a message from it shows.</param>
    /// <param name="cancellation">Ends the waiting; the input may still come.</param>
    /// <exception cref="InputUnavailableException">It cannot be had.</exception>
    public async Task<InputLease> GetAsync(InputId id, Address owner, CancellationToken cancellation)
    {
        var source = system.ActorSelection(new RootActorPath(owner) / "user" / ActorNames.InputSource);

        // Bounded by the transfer, which fails when its owner falls silent.
        var asking = actor.Ask<object>(new GetInput(id, source), Timeout.InfiniteTimeSpan, CancellationToken.None);
        try
        {
            var answer = await asking.WaitAsync(cancellation);
            return answer is InputReady ready ? new InputLease(actor, ready) : throw new InputUnavailableException(((InputFailed)answer).Reason);
        }
        catch (OperationCanceledException)
        {
            _ = ReleaseLaterAsync(asking);
            throw;
        }
    }

    // Nobody waits for it any more, but it would stay in use.
    private async Task ReleaseLaterAsync(Task<object> asking)
    {
        if (await asking is InputReady ready)
        {
            new InputLease(actor, ready).Dispose();
        }
    }
}
