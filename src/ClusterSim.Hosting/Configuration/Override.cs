namespace ClusterSim.Hosting.Configuration;

/// <summary>A key of an experiment that is set from outside its files.</summary>
/// <param name="Key">With dots between the keys that lead to it: <c>network.npus_count</c>.</param>
/// <param name="Value">In YAML: <c>[8]</c>, <c>2MiB</c>; <c>null</c> takes the key away. Null: none was given, which is a mistake.</param>
/// <param name="Origin">What sets it, for messages.</param>
public sealed record Override(string Key, string? Value, string Origin = "--set")
{
    /// <summary>Reads <c>key=value</c>. What is wrong with it shows when it is applied, together with all other mistakes.</summary>
    public static Override Parse(string assignment)
    {
        var equals = assignment.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? new(assignment, Value: null) : new(assignment[..equals].Trim(), assignment[(equals + 1)..]);
    }
}
