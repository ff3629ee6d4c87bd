namespace ClusterSim.Sweeps.Running;

/// <summary>What a worker has in hand.</summary>
internal sealed class WorkerHand(string node, int slots)
{
    /// <summary>What tables call it.</summary>
    public string Node => node;

    /// <summary>How many points it runs at once.</summary>
    public int Slots => slots;

    /// <summary>All that it has, running or waiting.</summary>
    public HashSet<int> Points { get; } = [];

    /// <summary>What it said to have begun.</summary>
    public HashSet<int> Running { get; } = [];
}
