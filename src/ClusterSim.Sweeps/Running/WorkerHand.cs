namespace ClusterSim.Sweeps.Running;

/// <summary>What a worker has in hand.</summary>
internal sealed class WorkerHand(string node, int slots)
{
    // More points than these are not named to who follows the sweep.
    private const int MostNamed = 8;

    // What has come of results that are too large for one message, by point.
    private readonly Dictionary<int, ResultParts> parts = [];

    // What it did not name when it last said what it has.
    private HashSet<int> missingBefore = [];

    /// <summary>What tables call it.</summary>
    public string Node => node;

    /// <summary>How many points it runs at once.</summary>
    public int Slots => slots;

    /// <summary>The processor time of its process, as last told; null: not yet.</summary>
    public TimeSpan? Computed { get; set; }

    /// <summary>How it is.</summary>
    public NodeLoad Load => new(node, slots, Running.Count) { Points = [.. Running.Take(MostNamed).Order()], Computed = Computed };

    /// <summary>All that it has, running or waiting.</summary>
    public HashSet<int> Points { get; } = [];

    /// <summary>What it said to have begun.</summary>
    public HashSet<int> Running { get; } = [];

    /// <summary>It says what it has.</summary>
    /// <returns>What it did not name twice in a row: what is on its way may be missing once.</returns>
    public IReadOnlyList<int> Compare(IEnumerable<int> named)
    {
        var missing = Points.Except(named).ToHashSet();
        var lost = missing.Intersect(missingBefore).Order().ToArray();
        missingBefore = missing;
        return lost;
    }

    /// <summary>It sends a result, or a part of one.</summary>
    /// <returns>The result, once it is whole.</returns>
    public PointResult? Assemble(PointFinished finished)
    {
        if (finished is { Part: 0, IsLast: true })
        {
            return finished.Result;
        }

        if (!parts.TryGetValue(finished.Result.Point, out var those))
        {
            parts.Add(finished.Result.Point, those = new());
        }

        var whole = those.Add(finished);
        if (whole is not null)
        {
            parts.Remove(whole.Point);
        }

        return whole;
    }
}
