namespace ClusterSim.Network.Graphs;

/// <summary>The keys of what generators are given.</summary>
public static class GraphKeys
{
    public const string Arity = "k";

    public const string Sizes = "sizes";

    public const string NpusPerRouter = "p";

    public const string RoutersPerGroup = "a";

    public const string GlobalLinksPerRouter = "h";

    public const string Groups = "groups";

    public const string Nodes = "nodes";

    public const string Rails = "rails";

    public const string Spines = "spines";
}
