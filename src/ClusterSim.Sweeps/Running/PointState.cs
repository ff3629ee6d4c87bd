namespace ClusterSim.Sweeps.Running;

/// <summary>How far a point is.</summary>
internal enum PointState : byte
{
    Open,

    /// <summary>A worker has it.</summary>
    InHand,

    Done,

    Failed,
}
