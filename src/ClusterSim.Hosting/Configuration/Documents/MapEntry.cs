namespace ClusterSim.Hosting.Configuration.Documents;

/// <summary>A key of a map and its value.</summary>
/// <remarks>A class, since lists of structs would have to be compiled when the program starts.</remarks>
internal sealed record MapEntry(string Key, ConfigNode Value);
