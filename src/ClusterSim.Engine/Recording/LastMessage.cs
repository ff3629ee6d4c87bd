using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Events;

namespace ClusterSim.Engine.Recording;

/// <summary>A message that an actor handled not long before a simulation ended.</summary>
/// <param name="Id">What identifies it, in a trace of the run too: its sender, and the sender's own count.</param>
/// <param name="From">Who sent it.</param>
/// <param name="To">Who handled it.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="HandledAt">When it was handled.</param>
/// <param name="Message">What it says.</param>
public readonly record struct LastMessage(ulong Id, ActorId From, ActorId To, SimTime SentAt, SimTime HandledAt, Message Message)
{
    internal static LastMessage Of(in ScheduledMessage handled) => new(
        handled.Id,
        new ActorId(MessageId.Sender(handled.Id)),
        new ActorId(handled.Target),
        new SimTime(handled.SentAt),
        new SimTime(handled.Time),
        handled.Message);
}
