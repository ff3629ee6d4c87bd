using ClusterSim.Hosting.Configuration.Documents;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>A key of the user's own and what it holds.</summary>
internal sealed record MapItem<T>(string Key, T Value, Place Place);
