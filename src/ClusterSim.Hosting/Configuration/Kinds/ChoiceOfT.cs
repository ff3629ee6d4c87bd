namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>A name that a setting may have, and what it stands for.</summary>
/// <remarks>Settings hold this class and not the value itself: code for classes is compiled before the program starts.</remarks>
internal sealed record Choice<T>(string Name, T Value) : Choice(Name);
