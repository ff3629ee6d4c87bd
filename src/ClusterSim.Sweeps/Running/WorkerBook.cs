namespace ClusterSim.Sweeps.Running;

/// <summary>What a worker has: points that wait, that run, and that are finished but not known to the owner. Without actors.</summary>
/// <param name="slots">How many points run at once.</param>
internal sealed class WorkerBook(int slots)
{
    private readonly Queue<PointWork> waiting = new();
    private readonly Dictionary<int, int> attempts = [];
    private readonly Dictionary<int, (PointResult Result, bool IsOld)> unkept = [];

    // For each of them there is a slot, or one is waited for: other sweeps may have it still.
    private readonly HashSet<int> taken = [];
    private readonly SortedSet<int> running = [];

    /// <summary>Which points run, such as <c>points 4, 7</c>; empty: none.</summary>
    public string Describe() => running.Count switch
    {
        0 => "",
        1 => $"point {running.Min}",
        _ => $"points {string.Join(", ", running)}",
    };

    /// <summary>Takes a point, unless it is here already.</summary>
    public void Take(PointWork work)
    {
        if (attempts.TryGetValue(work.Point, out var attempt) && attempt >= work.Attempt)
        {
            return;
        }

        attempts[work.Point] = work.Attempt;
        unkept.Remove(work.Point);
        waiting.Enqueue(work);
    }

    /// <summary>The next point to run, as soon as there is a slot for it; null: as many are taken as there are slots, or none waits.</summary>
    public PointWork? Next()
    {
        if (taken.Count == slots || !waiting.TryDequeue(out var work))
        {
            return null;
        }

        taken.Add(work.Point);
        return work;
    }

    /// <summary>A point has its slot, and runs.</summary>
    public void Start(int point) => running.Add(point);

    /// <summary>A point has been run.</summary>
    public void Finish(PointResult result)
    {
        taken.Remove(result.Point);
        running.Remove(result.Point);
        if (attempts.GetValueOrDefault(result.Point) == result.Attempt)
        {
            unkept[result.Point] = (result, false);
        }
    }

    /// <summary>What became of a point is known to the owner.</summary>
    public void Forget(int point, int attempt)
    {
        if (attempts.GetValueOrDefault(point) == attempt && unkept.Remove(point))
        {
            attempts.Remove(point);
        }
    }

    /// <summary>All points that are here.</summary>
    public int[] Held() => [.. attempts.Keys.Order()];

    /// <summary>Results to tell again: those that were here at the last call already.</summary>
    public List<PointResult> Unkept()
    {
        var again = unkept.Values.Where(one => one.IsOld).Select(one => one.Result).ToList();
        foreach (var point in unkept.Keys.ToArray())
        {
            unkept[point] = (unkept[point].Result, true);
        }

        return again;
    }
}
