using Akka.Actor;
using ClusterSim.Cluster.Services;

namespace ClusterSim.Sweeps.Distributed;

/// <summary>A sweep that a node works on.</summary>
internal sealed class SweepAtWork(string name, IActorRef worker)
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(0.8);

    public IActorRef Worker => worker;

    /// <summary>Whether its worker has ended, while its owner still lives.</summary>
    public bool HasEnded { get; set; }

    /// <summary>What its worker does now, such as <c>points 4, 7 of grid</c>; empty: nothing.</summary>
    public async Task<string> DescribeAsync()
    {
        try
        {
            var work = await worker.Ask<WorkDescription>(DescribeWork.Instance, Bound);
            return work.Text.Length == 0 ? "" : $"{work.Text} of {name}";
        }
        catch (AskTimeoutException)
        {
            return "";
        }
    }
}
