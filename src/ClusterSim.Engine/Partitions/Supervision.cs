using Akka.Actor;
using ClusterSim.Engine.Hosts;

namespace ClusterSim.Engine.Partitions;

/// <summary>How actors that fail outside the handling of simulated messages are treated.</summary>
internal static class Supervision
{
    /// <summary>An actor that fails stays stopped, and the run ends with its failure: a restarted one would have lost its state.</summary>
    public static SupervisorStrategy StopAndReport(IActorRef host) =>
        new OneForOneStrategy(cause =>
        {
            host.Tell(new PartitionHost.ControlFailed(cause));
            return Directive.Stop;
        });
}
