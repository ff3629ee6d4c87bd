using ClusterSim.Sweeps;
using ClusterSim.Sweeps.Running;
using ClusterSim.Watch.Snapshots;

namespace ClusterSim.Watch.Following;

/// <summary>A sweep that is watched.</summary>
/// <param name="sweep">The sweep's name.</param>
/// <param name="clock">Time.</param>
public sealed class SweepWatch(string sweep, TimeProvider clock) : Watched(sweep, clock), ISweepObserver
{
    private const int MostFailures = 20;
    private const int MostNotes = 10;

    // Points may take seconds each; nodes tell of their load every two.
    private const double WindowSeconds = 5;

    private readonly RateMeter finished = new(WindowSeconds);
    private readonly MeterBook cores = new(WindowSeconds);
    private readonly Curve curve = new();
    private readonly Dictionary<string, TimeSpan> computed = new(StringComparer.Ordinal);
    private readonly LinkedList<FailedPoint> failures = new();
    private readonly LinkedList<string> notes = new();
    private SweepProgress? latest;
    private SweepSummary? summary;

    public override string Noun => "sweep";

    protected override bool HasBegun => latest is not null;

    public void Report(SweepProgress progress)
    {
        lock (Gate)
        {
            var now = ElapsedSeconds;
            latest = progress;
            finished.Add(now, progress.Done + progress.Failed);
            curve.Add(now, finished.PerSecond ?? 0);
            foreach (var node in progress.Nodes)
            {
                NoteLoad(node, now);
            }
        }
    }

    public void Failed(PointFailure failure)
    {
        var values = string.Join(", ", failure.Values.Select(value => $"{value.Key}={value.Value}"));
        lock (Gate)
        {
            Remember(failures, new FailedPoint(failure.Point, values, failure.Node, failure.Reason), MostFailures);
        }
    }

    public void Note(string text)
    {
        lock (Gate)
        {
            Remember(notes, text, MostNotes);
        }
    }

    /// <summary>The sweep has come to its end. What was told of it last may be older; of one with nothing left to run, nothing was.</summary>
    public void Finish(SweepSummary found)
    {
        lock (Gate)
        {
            summary = found;
        }
    }

    protected override WatchSnapshot Fill(WatchSnapshot frame)
    {
        var figures = latest is null ? new SweepFigures() : FiguresOf(latest, frame.ElapsedSeconds);
        if (summary is not null)
        {
            figures = figures with { Total = summary.Total, Done = summary.Done, Failed = summary.Failed, Before = summary.Before, Running = 0, LeftSeconds = null };
        }

        return frame with { Sweep = figures with { Failures = [.. failures], Notes = [.. notes] } };
    }

    // Only what is told anew says something of the time until now.
    private void NoteLoad(NodeLoad node, double now)
    {
        if (node.Computed is { } told && computed.GetValueOrDefault(node.Node) != told)
        {
            computed[node.Node] = told;
            cores.Add(node.Node, now, told.TotalSeconds);
        }
    }

    private static void Remember<T>(LinkedList<T> list, T latest, int most)
    {
        list.AddFirst(latest);
        if (list.Count > most)
        {
            list.RemoveLast();
        }
    }

    private SweepFigures FiguresOf(SweepProgress progress, double elapsed)
    {
        var ended = progress.Done + progress.Failed;
        var rate = elapsed > 0 ? (ended - progress.Before) / elapsed : 0;
        return new SweepFigures
        {
            Total = progress.Total,
            Done = progress.Done,
            Failed = progress.Failed,
            Before = progress.Before,
            Running = progress.Nodes.Sum(node => node.Running),
            PointsPerSecond = rate,
            LeftSeconds = rate > 0 ? (progress.Total - ended) / rate : null,
            WaitingSeconds = progress.Waiting?.Waited.TotalSeconds,
            Nodes = [.. progress.Nodes.Select(node => new NodeFigures(node.Node, node.Slots, node.Running, node.Points, cores.PerSecond(node.Node)))],
            Curve = curve.Points,
        };
    }
}
