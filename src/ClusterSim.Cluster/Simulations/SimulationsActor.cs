using Akka.Actor;
using ClusterSim.Cluster.Inputs;
using ClusterSim.Cluster.Services;
using ClusterSim.Hosting.Simulation.Shared;

namespace ClusterSim.Cluster.Simulations;

/// <summary>Hosts shares of simulations on a node. A share cannot go elsewhere: when the node leaves, its simulation ends.</summary>
/// <param name="inputs">Brings experiments here.</param>
internal sealed class SimulationsActor(InputStore inputs) : UntypedActor, IDisposable
{
    private readonly SharedSimulator simulator = new(Context.System);
    private readonly Dictionary<int, HostedShare> shares = [];
    private IActorRef? leaving;
    private int made;

    public void Dispose() => simulator.Dispose();

    protected override void PostStop()
    {
        CancelAll();
        Dispose();
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case ShareWanted wanted when ActorPath.TryParse(wanted.Leader, out _):
                Host(wanted);
                break;
            case ShareEnded ended:
                End(ended.Number);
                break;
            case DescribeWork:
                Sender.Tell(new WorkDescription(string.Join(", ", shares.Values.Select(share => share.Description))));
                break;
            case HandBackWork:
                Leave();
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Host(ShareWanted wanted)
    {
        var (number, self) = (++made, Self);
        var share = new HostedShare(wanted, simulator, () => self.Tell(new ShareEnded(number), ActorRefs.NoSender));
        shares.Add(number, share);
        if (leaving is not null)
        {
            share.Cancel();
        }

        // On a thread of its own: to read traces and to plan takes a while.
        _ = Task.Run(() => share.HostAsync(inputs));
    }

    private void Leave()
    {
        leaving = Sender;
        CancelAll();
        AnswerIfIdle();
    }

    private void End(int number)
    {
        if (shares.Remove(number, out var share))
        {
            share.Dispose();
        }

        AnswerIfIdle();
    }

    private void CancelAll()
    {
        foreach (var share in shares.Values)
        {
            share.Cancel();
        }
    }

    private void AnswerIfIdle()
    {
        if (leaving is not null && shares.Count == 0)
        {
            leaving.Tell(WorkHandedBack.Instance);
        }
    }
}
