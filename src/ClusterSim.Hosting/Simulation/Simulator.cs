using ClusterSim.Hosting.Results;

namespace ClusterSim.Hosting.Simulation;

/// <summary>Puts the actors of an experiment together and runs them. Embedded: opens no port, and needs no set-up.</summary>
public sealed class Simulator : IDisposable
{
    /// <summary>Runs an experiment to its end.</summary>
    /// <param name="experiment">What to simulate.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="progress">Told about twice a second how far the run is; null: nobody.</param>
    /// <param name="cancellation">Ends the run at once.</param>
    /// <exception cref="ClusterSim.Core.SimulationFailedException">It is stuck, or an actor failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public SimulationResult Run(
        Experiment experiment, RunOptions options, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException("under construction");

    public void Dispose()
    {
    }
}
