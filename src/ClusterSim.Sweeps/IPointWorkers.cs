using ClusterSim.Cluster.Experiments;
using ClusterSim.Sweeps.Running;

namespace ClusterSim.Sweeps;

/// <summary>Who runs the points of sweeps: this process, or the nodes of a cluster.</summary>
internal interface IPointWorkers : IDisposable
{
    /// <summary>Runs all open points of a sweep.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="files">What its points read.</param>
    /// <param name="job">What is to be done of it.</param>
    /// <param name="cancellation">Ends it at once; what is finished stays.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="NoWorkersException">There was nobody to run them.</exception>
    Task RunAsync(Sweep sweep, ExperimentFiles files, SweepJob job, CancellationToken cancellation);
}
