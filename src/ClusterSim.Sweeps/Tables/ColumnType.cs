namespace ClusterSim.Sweeps.Tables;

/// <summary>What the cells of a column hold.</summary>
public enum ColumnType
{
    Text,

    /// <summary>Whole numbers of 64 bits.</summary>
    Whole,

    /// <summary>Numbers; double precision in Parquet.</summary>
    Real,
}
