using System.Collections.Concurrent;
using ClusterSim.Cluster.Membership;
using ClusterSim.Cluster.Wire;
using ClusterSim.Hosting.Nodes;
using ClusterSim.Testing;
using ClusterSim.Testing.Clusters;

namespace ClusterSim.Tests.Cluster.Membership;

/// <summary>A node within the test, with a service that the test looks into. Disposing makes it leave.</summary>
internal sealed class HostedNode : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly CancellationTokenSource leave = new();
    private readonly TaskCompletionSource<HostPort> up = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<NodeReport> refusedOther = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<NodeEnd> running;

    public HostedNode()
    {
        Parts = new NodeParts("1.0.0-test", WireCatalog.Own, [Service]);
        var options = TestOwner.Options with { Roles = ["seed", "worker"], InputsFolder = folder.FullPath };
        running = new NodeHost(options, Parts, Take).RunAsync(leave.Token);
    }

    public ProbeService Service { get; } = new();

    public NodeParts Parts { get; }

    /// <summary>Where it caches inputs.</summary>
    public string InputsFolder => folder.FullPath;

    public ConcurrentQueue<NodeEvent> Events { get; } = [];

    /// <summary>Where it is reached, once it is up.</summary>
    public Task<HostPort> Up => up.Task.WaitAsync(TestNode.Bound);

    /// <summary>What it says of somebody that it kept out.</summary>
    public Task<NodeReport> RefusedOther => refusedOther.Task.WaitAsync(TestNode.Bound);

    public Task<ClusterConnection> ConnectAsync(HostPort node, CancellationToken cancellation) => ClusterConnection.JoinAsync(
        node, TestOwner.Options, Parts, changed: static _ => { }, warn: static _ => { }, TestNode.Bound, cancellation);

    /// <summary>Makes it leave.</summary>
    public async Task<NodeEnd> LeaveAsync()
    {
        await leave.CancelAsync();
        return await running.WaitAsync(TestNode.Bound);
    }

    public async ValueTask DisposeAsync()
    {
        await LeaveAsync();
        leave.Dispose();
        folder.Dispose();
    }

    private void Take(NodeReport report)
    {
        Events.Enqueue(report.Event);
        if (report.Event == NodeEvent.Up)
        {
            up.TrySetResult(report.Address!);
        }
        else if (report.Event == NodeEvent.RefusedOther)
        {
            refusedOther.TrySetResult(report);
        }
    }
}
