using Akka.Actor;
using Akka.Configuration;
using ClusterSim.Engine.Hosts;
using ClusterSim.Hosting.Results;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Hosting.Simulation.Shared;
using ClusterSim.Tracing;

namespace ClusterSim.Testing.Simulations;

/// <summary>
/// Runs experiments on two hosts that talk as nodes of a cluster do, in frames, but share a process: for tests of many
/// experiments.
/// </summary>
public static class SharedHosts
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly SharedSimulator Simulator = new(
        ActorSystem.Create("hosts", ConfigurationFactory.ParseString("akka { loggers = []\n loglevel = OFF\n stdout-loglevel = OFF\n log-dead-letters = off }")));

    /// <summary>Runs an experiment with up to three partitions, two of them on the first host.</summary>
    public static Task<SimulationResult> RunAsync(Experiment experiment, RunTrace? trace, CancellationToken cancellation)
    {
        var partitions = SharedSimulator.Choose(experiment, wanted: 3, nodes: 2).Partitions;
        HostShare[] hosts = partitions == 1
            ? [new HostShare("only", 0, 1)]
            : [new HostShare("first", 0, partitions - 1), new HostShare("second", partitions - 1, 1)];
        return Simulator.LeadAsync(
            experiment,
            hosts,
            Patience,
            leader =>
            {
                for (var host = 0; host < hosts.Length; host++)
                {
                    Simulator.Host(experiment, partitions, host, hosts[host], leader, isTraced: trace is not null, () => { });
                }
            },
            trace,
            cancellation: cancellation);
    }
}
