using ClusterSim.Hosting.Configuration.Documents;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>A key of the user's own and what it holds.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">What could be read of its value; null: nothing.</param>
/// <param name="Place">Where the value stands.</param>
/// <param name="IsSound">Whether nothing was wrong with the value. If not, it only serves to find more mistakes.</param>
internal sealed record MapItem<T>(string Key, T? Value, Place Place, bool IsSound);
