namespace ClusterSim.Sweeps.Running;

/// <summary>Runs single points of one sweep. Safe to use from several threads.</summary>
internal interface IPointRunner : IDisposable
{
    /// <summary>Runs a point. Whatever is wrong with it becomes a result with an error.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="WorkerUnfitException">No point can be run on this node.</exception>
    Task<PointResult> RunAsync(PointWork work, CancellationToken cancellation);
}
