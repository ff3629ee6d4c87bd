using System.Globalization;
using ClusterSim.Sweeps.Running;

namespace ClusterSim.Cli.Output;

/// <summary>
/// Shows how far a sweep is: on a screen a bar that moves, else a plain line now and then. Disposing clears the bar.
/// </summary>
internal sealed class SweepProgressLine : ISweepObserver, IDisposable
{
    private const int BarWidth = 24;

    // As often as a person can follow, and as often as a log should have it.
    private static readonly TimeSpan ScreenInterval = TimeSpan.FromSeconds(0.1);
    private static readonly TimeSpan LogInterval = TimeSpan.FromSeconds(10);

    // Until then it is no matter to speak of that no node works yet.
    private static readonly TimeSpan LongestJoining = TimeSpan.FromSeconds(3);

    private readonly Terminal terminal;
    private readonly TimeProvider clock;
    private readonly StatusLine? line;
    private readonly long start;
    private long last;
    private bool wasWaiting;

    public SweepProgressLine(Terminal terminal, TimeProvider clock)
    {
        this.terminal = terminal;
        this.clock = clock;
        line = terminal.ShowsProgress ? new StatusLine(terminal, clock) : null;
        start = clock.GetTimestamp();
        last = start;
    }

    public void Report(SweepProgress progress)
    {
        var now = clock.GetTimestamp();
        var isWaiting = progress.Waiting?.Waited > LongestJoining;
        if (isWaiting == wasWaiting && clock.GetElapsedTime(last, now) < (line is null ? LogInterval : ScreenInterval))
        {
            return;
        }

        last = now;
        wasWaiting = isWaiting;
        var text = Text(progress, clock.GetElapsedTime(start, now));
        if (line is null)
        {
            terminal.Error.WriteLine(text);
        }
        else
        {
            line.Show($"{Bar(progress)} {text}");
        }
    }

    /// <summary>Which points failed stands in the tables.</summary>
    public void Failed(PointFailure failure)
    {
    }

    public void Note(string text)
    {
        line?.Clear();
        terminal.Note(text);
    }

    public void Dispose() => line?.Dispose();

    private static string Bar(SweepProgress value)
    {
        var full = (int)((long)BarWidth * (value.Done + value.Failed) / value.Total);
        return $"[{new string('#', full)}{new string('.', BarWidth - full)}]";
    }

    private static string Text(SweepProgress value, TimeSpan elapsed)
    {
        var finished = value.Done + value.Failed;
        var rate = (finished - value.Before) / elapsed.TotalSeconds;
        var left = rate > 0 ? $", {Duration((value.Total - finished) / rate)} left" : "";
        var nodes = value.Waiting is { } waiting
            ? $"waits for nodes to run points ({Duration(waiting.Waited.TotalSeconds)} of {Duration(waiting.Most.TotalSeconds)})"
            : string.Join(", ", value.Nodes.Select(node => $"{node.Node}: {node.Running} of {node.Slots} busy"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{value.Done:N0} done, {value.Failed:N0} failed of {value.Total:N0}, {rate:0.#}/s{left}; {nodes}");
    }

    private static string Duration(double seconds)
    {
        const double LongestShown = 1e7;
        var time = TimeSpan.FromSeconds(Math.Min(Math.Ceiling(seconds), LongestShown));
        return time.TotalMinutes < 1 ? $"{time.Seconds} s" : time.TotalHours < 1 ? $"{time.Minutes} min {time.Seconds} s" : $"{(int)time.TotalHours} h {time.Minutes} min";
    }
}
