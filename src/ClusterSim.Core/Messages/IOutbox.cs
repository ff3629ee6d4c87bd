using ClusterSim.Core.Units;

namespace ClusterSim.Core.Messages;

/// <summary>What a simulated actor has to say something with.</summary>
public interface IOutbox
{
    /// <summary>The simulated time at which the actor handles its current message.</summary>
    SimTime Now { get; }

    /// <summary>Sends a message that is handled <paramref name="delay"/> after now.</summary>
    /// <param name="to">The actor that gets the message.</param>
    /// <param name="delay">Not negative. At least the simulation's lookahead, unless both actors share a partition.</param>
    /// <param name="message">What is said.</param>
    void Send(ActorId to, SimDuration delay, in Message message);
}
