using ClusterSim.Watch.Following;
using ClusterSim.Watch.Snapshots;

namespace ClusterSim.Tests.Watch.Serving;

/// <summary>Counts how often a snapshot was made.</summary>
internal sealed class CountedWatch() : Watched("counted", TimeProvider.System)
{
    private int taken;

    public int Taken => Volatile.Read(ref taken);

    public override string Noun => "run";

    protected override bool HasBegun => true;

    protected override WatchSnapshot Fill(WatchSnapshot frame)
    {
        Interlocked.Increment(ref taken);
        return frame;
    }
}
