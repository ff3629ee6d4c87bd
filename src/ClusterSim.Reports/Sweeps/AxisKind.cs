namespace ClusterSim.Reports.Sweeps;

/// <summary>What the values of an axis are.</summary>
internal enum AxisKind
{
    /// <summary>Names of something.</summary>
    Text,

    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Amounts of data.</summary>
    Size,
}
