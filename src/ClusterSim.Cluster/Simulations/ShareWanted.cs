using ClusterSim.Cluster.Inputs;

namespace ClusterSim.Cluster.Simulations;

/// <summary>To a node: it is asked to host a share of the partitions of a simulation. The leader hears from the host, or why there is none.</summary>
/// <param name="Leader">The path of the actor that leads the simulation.</param>
/// <param name="Experiment">What is simulated, as the leader's process offers it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Partitions">Into how many partitions it is split on all nodes.</param>
/// <param name="Host">The host's number, from 0.</param>
/// <param name="First">The first partition of the share.</param>
/// <param name="Count">How many partitions are in it.</param>
/// <param name="IsTraced">Whether the leader records the run.</param>
internal sealed record ShareWanted(string Leader, InputId Experiment, string Name, int Partitions, int Host, int First, int Count, bool IsTraced);
