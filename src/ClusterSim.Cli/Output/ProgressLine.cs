using ClusterSim.Hosting.Simulation;

namespace ClusterSim.Cli.Output;

/// <summary>Shows on a screen how far a run is. Disposing clears it.</summary>
internal sealed class ProgressLine(Terminal terminal, TimeProvider clock) : IProgress<RunProgress>, IDisposable
{
    private readonly StatusLine line = new(terminal, clock);
    private (long Time, long Events) last = (clock.GetTimestamp(), 0);

    public void Report(RunProgress value)
    {
        var now = clock.GetTimestamp();
        var seconds = clock.GetElapsedTime(last.Time, now).TotalSeconds;
        var rate = seconds > 0 ? (value.Events - last.Events) / seconds : 0;
        last = (now, value.Events);
        line.Show(
            $"simulated {Quantity.RoundedTime(value.Now.Ns)}, {Quantity.Rounded(rate)} events/s, " +
            $"{Quantity.Exact(value.FinishedNpus)} of {Quantity.Exact(value.Npus)} NPUs finished");
    }

    public void Dispose() => line.Dispose();
}
