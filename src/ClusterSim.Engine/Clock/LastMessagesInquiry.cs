using ClusterSim.Core.Messages;
using ClusterSim.Engine.Events;
using ClusterSim.Engine.Hosts;
using ClusterSim.Engine.Partitions;
using ClusterSim.Engine.Peers.Wire;
using ClusterSim.Engine.Recording;

namespace ClusterSim.Engine.Clock;

/// <summary>
/// Gathers what some NPUs handled last from the hosts of a simulation that has ended badly. Whoever waits for the bad news
/// gets it without the messages of a host that does not answer.
/// </summary>
/// <param name="hosts">How many hosts are asked.</param>
/// <param name="upTo">The message at which the simulation failed; null: none, and all messages count.</param>
/// <param name="then">Gets what was gathered.</param>
internal sealed class LastMessagesInquiry(int hosts, PartitionFailure? upTo, Action<LastMessages> then)
{
    // Ticks, each of half a second.
    private const int LongestWait = 10;

    private readonly HashSet<int> answered = [];
    private readonly List<ScheduledMessage> messages = [];
    private readonly Dictionary<ActorId, long> handled = [];
    private int ticks;

    /// <summary>Takes a host's answer.</summary>
    public void Take(LastMessagesFrame frame)
    {
        if (!answered.Add(frame.Host))
        {
            return;
        }

        var (kept, actors) = LastMessagesCodec.Decode(frame);
        messages.AddRange(kept.Where(Counts));
        foreach (var (actor, count) in actors)
        {
            handled[new ActorId(actor)] = count - kept.Count(message => message.Target == actor && !Counts(message));
        }

        EndIfComplete();
    }

    /// <summary>A host will not answer.</summary>
    public void Lose(int host)
    {
        answered.Add(host);
        EndIfComplete();
    }

    /// <summary>Half a second has passed.</summary>
    public void Tick()
    {
        if (++ticks == LongestWait)
        {
            End();
        }
    }

    // Other sites may have gone on to the end of the window.
    private bool Counts(ScheduledMessage message) => upTo is null || !EventOrder.Precedes(in upTo.Handled, in message);

    private void EndIfComplete()
    {
        if (answered.Count == hosts)
        {
            End();
        }
    }

    private void End()
    {
        var ordered = messages.ToArray();
        EventOrder.Sort(ordered);
        then(new LastMessages([.. ordered.Select(message => LastMessage.Of(in message))], handled));
    }
}
