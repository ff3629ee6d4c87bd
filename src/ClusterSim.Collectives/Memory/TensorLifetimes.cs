using ClusterSim.Core.Units;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Collectives.Memory;

/// <summary>
/// The memory that tensors take on one NPU over time. A tensor lives from the start of its first write to the end of its last
/// read; one that is read before any write was there from the start, and one that is never read stays.
/// </summary>
internal sealed class TensorLifetimes
{
    private readonly TensorUses uses;
    private readonly Lifetime[] lifetimes;

    public TensorLifetimes(TensorUses uses)
    {
        this.uses = uses;
        lifetimes = new Lifetime[uses.Names.Count];
    }

    /// <summary>A node has started.</summary>
    public void Begin(int node, SimTime now)
    {
        foreach (var read in uses.Reads(node))
        {
            lifetimes[read.Tensor].BeginAt(SimTime.Zero, read.Size);
        }

        foreach (var write in uses.Writes(node))
        {
            lifetimes[write.Tensor].BeginAt(now, write.Size);
        }
    }

    /// <summary>A node has ended.</summary>
    public void End(int node, SimTime now)
    {
        foreach (var read in uses.Reads(node))
        {
            lifetimes[read.Tensor].LastRead = now;
        }
    }

    /// <summary>The memory taken after each change, in order of time.</summary>
    public IReadOnlyList<(SimTime Time, ByteSize Size)> Timeline()
    {
        var changes = new SortedDictionary<SimTime, ByteSize>();
        foreach (var lifetime in lifetimes.Where(lifetime => lifetime.HasBegun))
        {
            changes[lifetime.Begun] = changes.GetValueOrDefault(lifetime.Begun) + lifetime.Size;
            if (lifetime.LastRead is { } end)
            {
                changes[end] = changes.GetValueOrDefault(end) - lifetime.Size;
            }
        }

        var taken = ByteSize.Zero;
        var timeline = new List<(SimTime, ByteSize)>(changes.Count);
        foreach (var (time, change) in changes)
        {
            taken += change;
            timeline.Add((time, taken));
        }

        return timeline;
    }

    private struct Lifetime
    {
        public bool HasBegun { get; private set; }

        public SimTime Begun { get; private set; }

        public ByteSize Size { get; private set; }

        public SimTime? LastRead { get; set; }

        public void BeginAt(SimTime time, ByteSize size)
        {
            if (!HasBegun)
            {
                HasBegun = true;
                Begun = time;
                Size = size;
            }
        }
    }
}
