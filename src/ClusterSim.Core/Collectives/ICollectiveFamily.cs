namespace ClusterSim.Core.Collectives;

/// <summary>
/// An algorithm by its name, before its parameters are known: what system files name, and what plug-ins add. Needs a constructor without
/// parameters where a plug-in names it (<see cref="CollectivePluginAttribute"/>).
/// </summary>
public interface ICollectiveFamily
{
    /// <summary>The name in system files: letters and digits, the first a lower-case letter, the last a letter.</summary>
    string Name { get; }

    /// <summary>What it does, in one sentence.</summary>
    string Description { get; }

    /// <summary>Where it is defined: a paper or a library.</summary>
    string Source { get; }

    /// <summary>What system files may set; names differ.</summary>
    IReadOnlyList<AlgorithmParameter> Parameters { get; }

    /// <summary>The algorithm with its parameters, which are within their bounds.</summary>
    ICollectiveAlgorithm Create(AlgorithmSettings settings);
}
