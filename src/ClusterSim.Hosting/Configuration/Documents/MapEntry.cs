namespace ClusterSim.Hosting.Configuration.Documents;

/// <summary>A key of a map and its value.</summary>
internal readonly record struct MapEntry(string Key, ConfigNode Value);
