namespace ClusterSim.Sweeps.Running;

/// <summary>
/// Who has which point, and which are finished: the owner's decisions, without actors and input or output. Every point is finished once,
/// whatever order answers and losses come in: an answer counts only while its attempt is the latest one and in hand. Holds some bytes a point.
/// </summary>
/// <typeparam name="TWorker">What tells workers apart.</typeparam>
internal sealed class PointBook<TWorker>
    where TWorker : notnull
{
    // Between two points of a slot lies the way to the owner and back: one more in hand covers it.
    private const int HandsPerSlot = 2;

    // One may have had bad luck.
    private const int MostLosses = 2;

    private readonly PointState[] states;
    private readonly int[] attempts;
    private readonly Dictionary<int, List<string>> losses = [];
    private readonly Dictionary<TWorker, WorkerHand> workers = [];

    // What came back goes out first: it has waited longest.
    private readonly Queue<int> returned = new();
    private int next;

    /// <param name="states">How far each point is at the beginning; none may be in hand.</param>
    public PointBook(PointState[] states)
    {
        this.states = states;
        attempts = new int[states.Length];
        Done = states.Count(state => state == PointState.Done);
        Failed = states.Count(state => state == PointState.Failed);
        Open = states.Length - Done - Failed;
    }

    public int Total => states.Length;

    public int Done { get; private set; }

    public int Failed { get; private set; }

    /// <summary>Points in nobody's hand that are to be run.</summary>
    public int Open { get; private set; }

    public bool IsComplete => Done + Failed == Total;

    public IReadOnlyDictionary<TWorker, WorkerHand> Workers => workers;

    /// <summary>A worker has come.</summary>
    public void Join(TWorker worker, string node, int slots) => workers.TryAdd(worker, new(node, slots));

    /// <summary>
    /// Points for a worker, as many as it has room for: what its slots can run, and as long as all slots are provided for, as much again to
    /// wait in its hand. So none waits behind a slow one at the end while another worker has nothing to do.
    /// </summary>
    public IReadOnlyList<Handout> TopUp(TWorker worker)
    {
        if (!workers.TryGetValue(worker, out var hand))
        {
            return [];
        }

        var slots = workers.Values.Sum(one => one.Slots);
        var handed = new List<Handout>();
        while (Open > 0 && hand.Points.Count < (Open > slots ? HandsPerSlot * hand.Slots : hand.Slots))
        {
            var point = TakeOpen();
            states[point] = PointState.InHand;
            attempts[point]++;
            hand.Points.Add(point);
            Open--;
            handed.Add(new(point, attempts[point]));
        }

        return handed;
    }

    /// <summary>A worker has begun a point.</summary>
    public void Start(TWorker worker, int point, int attempt)
    {
        if (workers.TryGetValue(worker, out var hand) && hand.Points.Contains(point) && attempts[point] == attempt)
        {
            hand.Running.Add(point);
        }
    }

    /// <summary>A worker says what it has.</summary>
    /// <returns>What it is to have and was lost on the way, to be sent again.</returns>
    public IReadOnlyList<Handout> Compare(TWorker worker, IEnumerable<int> points) =>
        workers.TryGetValue(worker, out var hand) ? [.. hand.Compare(points).Select(point => new Handout(point, attempts[point]))] : [];

    /// <summary>A worker sends a result, or a part of one.</summary>
    /// <returns>The result, once it is whole.</returns>
    public PointResult? Assemble(TWorker worker, PointFinished finished) =>
        workers.TryGetValue(worker, out var hand) ? hand.Assemble(finished) : finished.IsLast ? finished.Result : null;

    /// <summary>A worker has answered.</summary>
    /// <returns>Whether the answer counts.</returns>
    public bool Finish(TWorker worker, int point, int attempt, bool hasFailed)
    {
        if (!workers.TryGetValue(worker, out var hand) || point < 0 || point >= Total || attempts[point] != attempt || !hand.Points.Remove(point))
        {
            return false;
        }

        hand.Running.Remove(point);
        End(point, hasFailed);
        return true;
    }

    /// <summary>A worker goes: others get what it has in hand, and nothing is held against that.</summary>
    public void Leave(TWorker worker)
    {
        if (workers.Remove(worker, out var hand))
        {
            foreach (var point in hand.Points.Order())
            {
                Return(point);
            }
        }
    }

    /// <summary>A worker is lost. A point that ran there and took another down before is not tried again.</summary>
    /// <returns>The points that failed by that, with what is to be said of them.</returns>
    public IReadOnlyList<(int Point, int Attempt, string Error)> Lose(TWorker worker)
    {
        if (!workers.Remove(worker, out var hand))
        {
            return [];
        }

        var failed = new List<(int, int, string)>();
        foreach (var point in hand.Points.Order())
        {
            if (hand.Running.Contains(point) && HasLost(point, hand.Node) is { } error)
            {
                End(point, hasFailed: true);
                failed.Add((point, attempts[point], error));
            }
            else
            {
                Return(point);
            }
        }

        return failed;
    }

    private int TakeOpen()
    {
        if (returned.TryDequeue(out var point))
        {
            return point;
        }

        while (states[next] != PointState.Open)
        {
            next++;
        }

        return next++;
    }

    private void Return(int point)
    {
        states[point] = PointState.Open;
        returned.Enqueue(point);
        Open++;
    }

    private void End(int point, bool hasFailed)
    {
        states[point] = hasFailed ? PointState.Failed : PointState.Done;
        Done += hasFailed ? 0 : 1;
        Failed += hasFailed ? 1 : 0;
    }

    private string? HasLost(int point, string node)
    {
        if (!losses.TryGetValue(point, out var nodes))
        {
            losses.Add(point, nodes = []);
        }

        nodes.Add(node);
        return nodes.Count < MostLosses ? null : $"{nodes.Count} workers ended while they ran this point ({string.Join(", ", nodes)}). It is not tried on another.";
    }
}
