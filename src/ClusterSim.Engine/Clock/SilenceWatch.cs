using System.Globalization;
using ClusterSim.Engine.Partitions;

namespace ClusterSim.Engine.Clock;

/// <summary>
/// Notices when no partition has made progress for too long: an actor never returns from a message, or the partitions wait for
/// each other. Time in which the machine let the process do nothing does not count.
/// </summary>
internal sealed class SilenceWatch(TimeSpan timeout)
{
    // An actor that neither returns nor computes, such as one that waits for a file, gets so many times the timeout.
    private const int PatienceWithIdleActors = 10;

    private TimeSpan silentFor;
    private TimeSpan observedFor;
    private long lastSeen = -1;

    /// <summary>Looks at the partitions once more.</summary>
    /// <param name="partitions">Where they are.</param>
    /// <param name="sinceLast">How long after the last time, where the process was not stopped meanwhile.</param>
    /// <param name="computed">What the process has computed since then.</param>
    /// <returns>What is wrong, or null.</returns>
    public string? Observe(IReadOnlyList<PartitionState> partitions, TimeSpan sinceLast, TimeSpan computed)
    {
        var seen = partitions.Sum(partition => partition.Steps);
        if (seen != lastSeen)
        {
            lastSeen = seen;
            silentFor = observedFor = TimeSpan.Zero;
            return null;
        }

        observedFor += sinceLast;
        silentFor += partitions.All(partition => partition.AwaitsPeers) || computed > sinceLast ? sinceLast : computed;
        return silentFor < timeout && observedFor < timeout * PatienceWithIdleActors ? null : Describe(partitions);
    }

    /// <summary>The partitions wait for what has a bound of its own, such as a disk that takes what they record.</summary>
    public void Excuse() => silentFor = observedFor = TimeSpan.Zero;

    private string Describe(IReadOnlyList<PartitionState> partitions)
    {
        var states = partitions.Select((partition, index) => string.Create(
            CultureInfo.InvariantCulture,
            $"partition {index} at {partition.NowNs:N0} ns {(partition.AwaitsPeers ? "waits for the others" : "does not come back from an actor")}"));
        return $"No message was handled for {timeout.TotalSeconds:0} s: {string.Join(", ", states)}.";
    }
}
