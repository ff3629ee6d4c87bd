namespace ClusterSim.Engine.Hosts;

/// <summary>A control message between the hosts of a simulation and the clock that leads it.</summary>
/// <param name="Code">Its name on the wire.</param>
/// <param name="Type">A sealed record of strings, numbers and <paramref name="Parts"/>.</param>
/// <param name="Parts">Arrays and records that it holds, all the way down.</param>
public sealed record HostMessage(string Code, Type Type, params IReadOnlyList<Type> Parts);
