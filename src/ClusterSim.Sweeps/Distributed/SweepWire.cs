using ClusterSim.Cluster.Wire;
using ClusterSim.Sweeps.Distributed.Messages;
using ClusterSim.Sweeps.Running;

namespace ClusterSim.Sweeps.Distributed;

/// <summary>What owners and workers of sweeps say to each other over a network. Append only.</summary>
public static class SweepWire
{
    public static IReadOnlyList<ControlType> Control { get; } =
    [
        new("sweep-announced", typeof(SweepAnnounced)),
        new("worker-joined", typeof(WorkerJoined)),
        new("worker-leaves", typeof(WorkerLeaves)),
        new("worker-holds", typeof(WorkerHolds), typeof(int[])),
        new("points-handed", typeof(PointsHanded), typeof(PointWork), typeof(PointWork[]), typeof(PointKept), typeof(PointKept[])),
        new("point-started", typeof(PointStarted)),
        new("sweep-ends", typeof(SweepEnds)),
    ];

    public static IReadOnlyList<DataType> Data { get; } =
    [
        DataType.Of("point-finished", PointPartCodec.Encode, PointPart.Parser, PointPartCodec.Decode),
    ];
}
