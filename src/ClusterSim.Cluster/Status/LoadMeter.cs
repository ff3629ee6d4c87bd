namespace ClusterSim.Cluster.Status;

/// <summary>How many cores a process takes: its processor time over the time since the last look.</summary>
/// <param name="clock">Time.</param>
/// <param name="cpuTime">Processor time of the process so far.</param>
internal sealed class LoadMeter(TimeProvider clock, Func<TimeSpan> cpuTime)
{
    // Looks in quick succession would measure nothing but themselves.
    private static readonly TimeSpan ShortestSpan = TimeSpan.FromSeconds(1);

    private long lastLook = clock.GetTimestamp();
    private TimeSpan lastCpu = cpuTime();
    private double load;

    public double Read()
    {
        var span = clock.GetElapsedTime(lastLook);
        if (span >= ShortestSpan)
        {
            var cpu = cpuTime();
            load = (cpu - lastCpu) / span;
            lastCpu = cpu;
            lastLook = clock.GetTimestamp();
        }

        return load;
    }
}
