using ClusterSim.Cluster.Inputs;
using ClusterSim.Hosting.Nodes;

namespace ClusterSim.Cluster.Services;

/// <summary>What a service has of its node.</summary>
/// <param name="Options">The node as its file describes it: cores and memory, for one, which its work is to keep to.</param>
/// <param name="Address">Where the node is reached.</param>
/// <param name="Inputs">Files of the processes that submit work.</param>
public sealed record NodeContext(NodeOptions Options, HostPort Address, InputStore Inputs);
