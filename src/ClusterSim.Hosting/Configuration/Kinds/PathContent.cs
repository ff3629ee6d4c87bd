namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>What a path of a document leads to.</summary>
internal enum PathContent
{
    /// <summary>Trace files, whose common beginning it is.</summary>
    Traces,

    /// <summary>An assembly.</summary>
    Plugin,

    /// <summary>Something that belongs to a machine, not to a simulation.</summary>
    Machine,
}
