using Akka.Actor;

namespace ClusterSim.Cluster.Inputs;

/// <summary>Asks this node's <see cref="InputStoreActor"/> for an input. The answer is an <see cref="InputReady"/> or an <see cref="InputFailed"/>.</summary>
/// <param name="Id">Of the input.</param>
/// <param name="Owner">Who gives it, where it is not here.</param>
internal sealed record GetInput(InputId Id, ActorSelection Owner);
