namespace ClusterSim.Core.Collectives;

/// <summary>What a system file says of an algorithm.</summary>
/// <param name="name">What the algorithm is called in results, parameters included: <c>direct4</c>.</param>
/// <param name="values">The parameters that are given, or have a default, by name.</param>
public sealed class AlgorithmSettings(string name, IReadOnlyDictionary<string, long> values)
{
    /// <summary>What the algorithm is called in results, parameters included.</summary>
    public string Name => name;

    /// <summary>The value of a parameter that is given or has a default.</summary>
    /// <exception cref="KeyNotFoundException">It is neither, or the family has no such parameter.</exception>
    public long this[string parameter] => values[parameter];

    /// <summary>The value of a parameter; null if it is not given and has no default.</summary>
    public long? Find(string parameter) => values.TryGetValue(parameter, out var value) ? value : null;
}
