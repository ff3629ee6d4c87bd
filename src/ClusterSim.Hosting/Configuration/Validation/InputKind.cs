namespace ClusterSim.Hosting.Configuration.Validation;

/// <summary>What a file that a user wants checked turned out to be.</summary>
public enum InputKind
{
    /// <summary>Nothing that is known here.</summary>
    Unknown,

    Experiment,

    Network,

    /// <summary>The devices and links of a network, in a file of their own.</summary>
    Graph,

    System,

    RemoteMemory,

    LayerTable,

    /// <summary>A process of a cluster.</summary>
    Node,

    /// <summary>A file of process groups.</summary>
    Groups,

    /// <summary>A file of custom algorithms of single collectives.</summary>
    PerNodeCustom,

    /// <summary>A single Chakra trace.</summary>
    Trace,

    /// <summary>The traces of all NPUs, named by their prefix.</summary>
    Traces,

    /// <summary>A folder with recorded figures.</summary>
    RecordedCase,
}
