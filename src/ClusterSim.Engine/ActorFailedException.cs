using ClusterSim.Core;
using ClusterSim.Core.Messages;
using ClusterSim.Engine.Recording;

namespace ClusterSim.Engine;

/// <summary>An actor threw an exception while it handled a message.</summary>
/// <param name="message">Who failed, when and why.</param>
/// <param name="cause">What it threw.</param>
/// <param name="handled">The message at which it failed.</param>
/// <param name="actors">It, the sender of the message, and the NPUs that it is from and for; each once.</param>
/// <param name="last">What those of them handled last that are NPUs, up to that message.</param>
public sealed class ActorFailedException(string message, Exception cause, LastMessage handled, IReadOnlyList<ActorId> actors, LastMessages last)
    : SimulationFailedException(message, cause)
{
    /// <summary>The message at which it failed.</summary>
    public LastMessage Handled => handled;

    /// <summary>The actor that failed, then the others that the message concerns.</summary>
    public IReadOnlyList<ActorId> Actors => actors;

    /// <summary>What the NPUs among them handled last.</summary>
    public LastMessages Last => last;
}
