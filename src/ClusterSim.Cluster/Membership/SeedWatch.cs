using Akka.Actor;
using ClusterSim.Hosting.Nodes;

namespace ClusterSim.Cluster.Membership;

/// <summary>
/// Notices that the cluster has come apart: none of the nodes that this process joined through is a member any more, and yet one of them
/// answers. It is in another cluster then: it was started again, or all sides of a network that was cut in an uneven way gave each other up.
/// Ends the membership, so that this process joins anew.
/// </summary>
/// <param name="seeds">Which nodes it joined through. With itself among them, or without any, it goes nowhere.</param>
/// <param name="own">This process.</param>
/// <param name="parts">What the program puts into its nodes.</param>
internal sealed class SeedWatch(IReadOnlyList<HostPort> seeds, NodeOptions own, NodeParts parts) : UntypedActor, IWithTimers
{
    // A node that has just been started answers before it is a member.
    private const int EnoughAnswers = 3;

    // To ask takes an actor system, and a seed may be away for days.
    private const int PatienceWithoutAnswer = 5;

    private readonly AkkaCluster cluster = AkkaCluster.Get(Context.System);
    private int answers;

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart()
    {
        if (seeds.Count > 0)
        {
            Await(own.FailureDetection.Pause);
        }
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Tick when HasSeed():
                answers = 0;
                Await(own.FailureDetection.Pause);
                break;
            case Tick:
                _ = AskAsync().PipeTo(Self);
                break;
            case Asked { AnyAnswers: false }:
                answers = 0;
                Await(own.FailureDetection.Pause * PatienceWithoutAnswer);
                break;
            case Asked when ++answers < EnoughAnswers:
                Await(own.FailureDetection.Pause);
                break;
            case Asked:
                _ = CoordinatedShutdown.Get(Context.System).Run(CoordinatedShutdown.ClusterDowningReason.Instance);
                break;
        }
    }

    private bool HasSeed() => cluster.State.Members.Any(member => seeds.Contains(ClusterSystem.ToPeople(member.Address)));

    private async Task<Asked> AskAsync()
    {
        try
        {
            return new(await Gates.AnyAnswersStrangerAsync(seeds, own, parts).ConfigureAwait(false));
        }
        catch (ClusterFailedException)
        {
            // No port is free, or the like.
            return new(false);
        }
    }

    private void Await(TimeSpan time) => Timers.StartSingleTimer(Tick.Instance, Tick.Instance, time);

    private sealed record Asked(bool AnyAnswers);

    private sealed class Tick
    {
        public static Tick Instance { get; } = new();
    }
}
