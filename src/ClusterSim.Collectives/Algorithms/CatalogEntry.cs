using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms;

/// <summary>An algorithm that system files may name.</summary>
/// <param name="Family">What makes it.</param>
/// <param name="Plugin">The file of the plug-in that it comes from; null: it is built in.</param>
public sealed record CatalogEntry(ICollectiveFamily Family, string? Plugin)
{
    /// <summary>The parameter that may follow the name, or null.</summary>
    public AlgorithmParameter? Suffix => Family.Parameters.FirstOrDefault(parameter => parameter.IsSuffix);

    /// <summary>The algorithm with all parameters as they are by default.</summary>
    public ICollectiveAlgorithm Create() => Create(new Dictionary<string, long>());

    /// <summary>The algorithm with some parameters given, which are within their bounds.</summary>
    public ICollectiveAlgorithm Create(IReadOnlyDictionary<string, long> given)
    {
        var values = new Dictionary<string, long>(given);
        foreach (var parameter in Family.Parameters)
        {
            if (parameter.Default is { } value)
            {
                values.TryAdd(parameter.Name, value);
            }
        }

        return Family.Create(new AlgorithmSettings(NameOf(given), values));
    }

    // direct4, tree(chunks=8): only what was given is named, in the order in which parameters are declared.
    private string NameOf(IReadOnlyDictionary<string, long> given)
    {
        var suffix = Suffix is { } own && given.TryGetValue(own.Name, out var number) ? $"{number}" : "";
        var named = Family.Parameters
            .Where(parameter => !parameter.IsSuffix && given.ContainsKey(parameter.Name))
            .Select(parameter => $"{parameter.Name}={given[parameter.Name]}")
            .ToArray();
        return Family.Name + suffix + (named.Length == 0 ? "" : $"({string.Join(", ", named)})");
    }
}
