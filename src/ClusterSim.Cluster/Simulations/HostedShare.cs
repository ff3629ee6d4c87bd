using Akka.Actor;
using ClusterSim.Cluster.Experiments;
using ClusterSim.Cluster.Inputs;
using ClusterSim.Engine.Hosts;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Hosting.Simulation.Shared;

namespace ClusterSim.Cluster.Simulations;

/// <summary>A share of a simulation on this node, from the moment it is asked for until nothing of it is left.</summary>
/// <param name="wanted">What is asked for.</param>
/// <param name="simulator">Hosts it.</param>
/// <param name="ended">Called once, when nothing of it is left.</param>
internal sealed class HostedShare(ShareWanted wanted, SharedSimulator simulator, Action ended) : IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private ExperimentInputs? inputs;
    private LocalExperiment? local;
    private volatile bool isHosted;

    /// <summary>What it is, in a few words.</summary>
    public string Description
    {
        get
        {
            var which = wanted.Count == 1 ? $"partition {wanted.First}" : $"partitions {wanted.First} to {wanted.First + wanted.Count - 1}";
            return $"{(isHosted ? "" : "prepares ")}{which} of {wanted.Partitions} of {wanted.Name}";
        }
    }

    /// <summary>Brings the experiment here, and hosts the share. Whatever goes wrong is told to the leader.</summary>
    public async Task HostAsync(InputStore store)
    {
        try
        {
            var experiment = await BringAsync(store);
            leaving.Token.ThrowIfCancellationRequested();
            simulator.Host(
                experiment,
                wanted.Partitions,
                wanted.Host,
                new HostShare(wanted.Name, wanted.First, wanted.Count),
                wanted.Leader,
                wanted.IsTraced,
                End);
            isHosted = true;
        }
        catch (OperationCanceledException)
        {
            // The leader knows why.
            End();
        }
        catch (Exception error)
        {
            simulator.Refuse(wanted.Host, wanted.Leader, error.Message);
            End();
        }
    }

    /// <summary>The node leaves: tells the leader, who ends the simulation.</summary>
    public void Cancel()
    {
        leaving.Cancel();
        simulator.Refuse(wanted.Host, wanted.Leader, "It leaves the cluster. Run the simulation again on the nodes that are left.");
    }

    /// <summary>After its end.</summary>
    public void Dispose() => leaving.Dispose();

    private async Task<Experiment> BringAsync(InputStore store)
    {
        var owner = ActorPath.Parse(wanted.Leader).Address;
        inputs = await ExperimentInputs.GetAsync(store, wanted.Experiment, owner, leaving.Token);
        local = await inputs.BringAsync(inputs.Document, leaving.Token);
        return local.Document.Load().Experiment;
    }

    private void End()
    {
        local?.Dispose();
        inputs?.Dispose();
        ended();
    }
}
