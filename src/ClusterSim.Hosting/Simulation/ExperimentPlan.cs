using ClusterSim.Collectives;
using ClusterSim.Collectives.Results;
using ClusterSim.Collectives.Scheduling;
using ClusterSim.Engine;
using ClusterSim.Network;

namespace ClusterSim.Hosting.Simulation;

/// <summary>The actors of an experiment: the same on every node that makes them from the same experiment.</summary>
internal static class ExperimentPlan
{
    /// <param name="experiment">What to simulate.</param>
    /// <param name="ledger">Where its collectives are put together.</param>
    public static SimulationPlan Of(Experiment experiment, CollectiveLedger ledger) => NpuPlanner.Plan(
        experiment.Workload,
        new SystemShape(experiment.Network.Shape),
        experiment.System,
        experiment.RemoteMemory,
        ledger,
        plan => NetworkPlanner.AddTo(plan, experiment.Network));
}
