using Akka.Actor;
using ClusterSim.Engine.Actors;
using ClusterSim.Engine.Hosts;
using ClusterSim.Engine.Hosts.Messages;
using ClusterSim.Engine.Partitions;

namespace ClusterSim.Engine.Clock;

/// <summary>What the clock knows of one host.</summary>
internal sealed class HostRecord(HostShare share)
{
    // Ticks, each of half a second.
    private const int LongestPreparation = 240;
    private const int LongestSilence = 20;

    private int ticks;

    public HostShare Share => share;

    public IActorRef Actor { get; set; } = ActorRefs.Nobody;

    /// <summary>The paths of its partitions' actors, once it is ready.</summary>
    public IReadOnlyList<string> Partitions { get; private set; } = [];

    public bool IsReady => Partitions.Count > 0;

    /// <summary>Where its partitions were last.</summary>
    public IReadOnlyList<PartitionState> States { get; private set; } = new PartitionState[share.Count];

    public long Events { get; private set; }

    public int Completed { get; private set; }

    /// <summary>What its process has computed, in milliseconds.</summary>
    public long ComputedMs { get; private set; }

    /// <summary>What is in use of its actors' parts.</summary>
    public PartUse Use { get; private set; }

    public HostLoad Load => new(share, Events, Completed, TimeSpan.FromMilliseconds(ComputedMs));

    /// <summary>What has come of its outcome.</summary>
    public OutcomeInbox Outcome { get; } = new();

    /// <summary>What its partitions have come to; null until then.</summary>
    public IReadOnlyList<PartitionReport>? Reports { get; set; }

    public void Ready(IActorRef actor, IReadOnlyList<string> partitions)
    {
        Actor = actor;
        Partitions = partitions;
        ticks = 0;
    }

    public void Note(HostProgress progress)
    {
        States = progress.Partitions;
        Events = progress.Events;
        Completed = progress.Completed;
        ComputedMs = progress.ComputedMs;
        Use = new PartUse(progress.PartsInUse, progress.Parts);
        ticks = IsReady ? 0 : ticks;
    }

    /// <summary>Half a second has passed.</summary>
    /// <returns>Whether it was silent for too long.</returns>
    public bool CountTick() => Reports is null && ++ticks > (IsReady ? LongestSilence : LongestPreparation);

    /// <summary>Says what is wrong with a host that was silent for too long.</summary>
    public string WhySilent() => IsReady
        ? $"Node {share.Name} has not been heard of for {LongestSilence / 2} s: it is stopped, overloaded or cut off."
        : $"Node {share.Name} was not ready within {LongestPreparation / 2} s.";
}
