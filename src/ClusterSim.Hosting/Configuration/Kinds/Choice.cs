namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>A name that a setting may have.</summary>
/// <param name="Name">As it is written.</param>
internal abstract record Choice(string Name);
