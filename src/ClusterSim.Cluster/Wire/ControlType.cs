namespace ClusterSim.Cluster.Wire;

/// <summary>A control message that may cross between nodes of one version.</summary>
/// <param name="Code">Its name on the wire; short, and frozen.</param>
/// <param name="Type">
/// A sealed record of strings, numbers, enums, arrays of these, and <paramref name="Parts"/>. No fields of interfaces or object.
/// </param>
/// <param name="Parts">Enums, arrays and records that it holds, all the way down; beside strings and numbers nothing else is read.</param>
public sealed record ControlType(string Code, Type Type, params IReadOnlyList<Type> Parts);
