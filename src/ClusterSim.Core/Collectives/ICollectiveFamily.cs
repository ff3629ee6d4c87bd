namespace ClusterSim.Core.Collectives;

/// <summary>The algorithms of one folder, or of one plug-in, found by the names that system files give.</summary>
public interface ICollectiveFamily
{
    /// <summary>The names it answers to, for messages: <c>direct</c>, <c>directW</c>. The first is one that it finds.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>The algorithm of that name, or null if the name is none of this family's.</summary>
    ICollectiveAlgorithm? Find(string name);
}
