using ClusterSim.Cluster.Membership;
using ClusterSim.Cluster.Simulations;
using ClusterSim.Hosting.Nodes;
using Xunit;

namespace ClusterSim.Tests.Cluster.Simulations;

public sealed class NodeWatchTests : IDisposable
{
    private static readonly ClusterMember Host = new(new HostPort("127.0.0.1", 7701), 1, ["worker"]);

    private readonly NodeWatch watch = new();

    public void Dispose() => watch.Dispose();

    [Fact]
    public void Host_ThatGoes_EndsTheSimulation()
    {
        watch.Watch([Host]);

        watch.Take(new(NodeEvent.MemberGone, Host));

        Assert.Equal((Host.Address, true), (watch.Lost, watch.Ending.IsCancellationRequested));
    }

    [Fact]
    public void Host_ThatWasGoneBeforeItWasWatched_EndsTheSimulation()
    {
        watch.Take(new(NodeEvent.MemberGone, Host));

        watch.Watch([Host]);

        Assert.Equal((Host.Address, true), (watch.Lost, watch.Ending.IsCancellationRequested));
    }

    [Fact]
    public void Members_ThatHaveNoShareOrAreHeardAgain_DoNotMatter()
    {
        watch.Watch([Host]);

        watch.Take(new(NodeEvent.MemberGone, Host with { Address = new HostPort("127.0.0.1", 7702) }));
        watch.Take(new(NodeEvent.MemberGone, Host with { Incarnation = 2 }));
        watch.Take(new(NodeEvent.MemberUnreachable, Host));
        watch.Take(new(NodeEvent.MemberReachable, Host));

        Assert.Equal((null, false), (watch.Lost, watch.Ending.IsCancellationRequested));
    }

    [Fact]
    public void Host_ThatIsSilent_IsNamedButDoesNotEndTheSimulation()
    {
        watch.Watch([Host]);

        watch.Take(new(NodeEvent.MemberUnreachable, Host));

        Assert.Equal((Host.Address, false), (watch.Lost, watch.Ending.IsCancellationRequested));
    }

    [Fact]
    public void Change_OfMembers_CompletesWhatWasWaitedFor()
    {
        var change = watch.NextChange;

        watch.Take(new(NodeEvent.MemberUp, Host));

        Assert.True(change.IsCompleted);
        Assert.False(watch.NextChange.IsCompleted);
    }
}
