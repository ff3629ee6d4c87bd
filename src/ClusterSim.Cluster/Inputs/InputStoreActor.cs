using Akka.Actor;

namespace ClusterSim.Cluster.Inputs;

/// <summary>Serves the inputs of a node. Each that is not here is brought by an <see cref="InputTransfer"/> of its own.</summary>
internal sealed class InputStoreActor(InputCache cache) : UntypedActor
{
    private readonly Dictionary<string, List<IActorRef>> waiting = new(StringComparer.Ordinal);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case GetInput get:
                Get(get);
                break;
            case ReleaseInput release:
                cache.Release(release.Hash);
                break;
            case InputArrived arrived:
                Answer(arrived.Id, waiter => Use(arrived.Id, waiter));
                break;
            case InputFailed failed:
                Answer(failed.Id, waiter => waiter.Tell(failed));
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Get(GetInput get)
    {
        if (waiting.TryGetValue(get.Id.Hash, out var others))
        {
            others.Add(Sender);
        }
        else if (!TryUse(get.Id, Sender))
        {
            Bring(get);
        }
    }

    private void Bring(GetInput get)
    {
        try
        {
            var draft = cache.Begin(get.Id);
            waiting[get.Id.Hash] = [Sender];
            Context.ActorOf(Props.Create(() => new InputTransfer(cache, draft, get.Owner)));
        }
        catch (Exception error) when (error is InputUnavailableException or IOException or UnauthorizedAccessException)
        {
            Sender.Tell(new InputFailed(get.Id, error.Message));
        }
    }

    private void Answer(InputId id, Action<IActorRef> answer)
    {
        if (waiting.Remove(id.Hash, out var waiters))
        {
            waiters.ForEach(answer);
        }
    }

    private void Use(InputId id, IActorRef waiter)
    {
        if (!TryUse(id, waiter))
        {
            waiter.Tell(new InputFailed(id, $"Input {id.Hash} was lost again: is something else writing into the cache of this node?"));
        }
    }

    private bool TryUse(InputId id, IActorRef user)
    {
        if (cache.TryUse(id) is not { } path)
        {
            return false;
        }

        user.Tell(new InputReady(id, path));
        return true;
    }
}
