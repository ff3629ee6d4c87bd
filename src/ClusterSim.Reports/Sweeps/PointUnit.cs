namespace ClusterSim.Reports.Sweeps;

/// <summary>What the cells of a column of points are counted in.</summary>
internal enum PointUnit
{
    /// <summary>They are text.</summary>
    Text,

    /// <summary>Plain numbers.</summary>
    Number,

    /// <summary>Whole numbers of things.</summary>
    Count,

    /// <summary>Nanoseconds of simulated time.</summary>
    Time,

    /// <summary>Seconds that a simulation took.</summary>
    Seconds,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>Per cent, from 0 to 100.</summary>
    Percent,

    /// <summary>GB/s of 2^30 bytes, as networks are described.</summary>
    Rate,
}
