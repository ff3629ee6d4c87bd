namespace ClusterSim.Network.Options;

/// <summary>Which chunks may take different ones of several shortest ways.</summary>
public enum EqualWays
{
    /// <summary>Those of different streams: of different source, destination or tag, which a collective has one of for each stream.</summary>
    ByStream,

    /// <summary>Those of different source or destination.</summary>
    ByPair,

    /// <summary>None: all take the first way, in the order of the links.</summary>
    First,
}
