using System.Globalization;
using ClusterSim.Engine.Partitions;

namespace ClusterSim.Engine.Clock;

/// <summary>Notices when no partition has made progress for too long, as when an actor never returns from a message.</summary>
internal sealed class SilenceWatch(IReadOnlyList<Partition> partitions, TimeSpan timeout)
{
    private TimeSpan silentFor;
    private long lastSeen = -1;

    /// <summary>Looks at the partitions once more, so long after the last time.</summary>
    /// <returns>What is wrong, or null.</returns>
    public string? Observe(TimeSpan sinceLast)
    {
        var seen = partitions.Sum(partition => partition.Progress.Events + partition.Progress.Windows);
        silentFor = seen == lastSeen ? silentFor + sinceLast : TimeSpan.Zero;
        lastSeen = seen;
        if (silentFor < timeout)
        {
            return null;
        }

        var where = partitions
            .Select((partition, index) => (partition, index))
            .Where(pair => !pair.partition.AwaitsPeers)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"partition {pair.index} at {pair.partition.Progress.Now:N0} ns"));
        return $"No message was handled for {timeout.TotalSeconds:0} s: {string.Join(", ", where)} does not come back from an actor.";
    }
}
