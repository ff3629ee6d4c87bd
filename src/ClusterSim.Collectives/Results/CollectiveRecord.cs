using ClusterSim.Collectives.Scheduling;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Results;

/// <summary>One collective over all its ranks.</summary>
public sealed class CollectiveRecord
{
    private readonly Lock gate = new();

    /// <summary>The lowest NPU that takes part; the members below are as it sees them.</summary>
    public int Npu { get; private set; } = int.MaxValue;

    /// <summary>The index of the collective's node in that NPU's graph.</summary>
    public int Node { get; private set; }

    public CollectiveKind Kind { get; private set; }

    public ByteSize Size { get; private set; }

    /// <summary>The process group's name, or null: all NPUs.</summary>
    public string? Group { get; private set; }

    /// <summary>How many ranks take part.</summary>
    public int Ranks { get; private set; }

    /// <summary>The algorithm of each dimension, joined by plus signs.</summary>
    public string Algorithm { get; private set; } = string.Empty;

    /// <summary>When its first rank began.</summary>
    public SimTime Start { get; private set; } = SimTime.Never;

    /// <summary>When its last rank ended, so far.</summary>
    public SimTime Finish { get; private set; }

    internal void Begin(int npu, RunningCollective collective, IReadOnlyList<PhaseDimension> dimensions)
    {
        lock (gate)
        {
            Start = SimTime.Min(Start, collective.Started);
            if (npu < Npu)
            {
                Describe(npu, collective.Call, dimensions);
            }
        }
    }

    internal void End(SimTime now)
    {
        lock (gate)
        {
            Finish = SimTime.Max(Finish, now);
        }
    }

    private void Describe(int npu, in CollectiveCall call, IReadOnlyList<PhaseDimension> dimensions)
    {
        Npu = npu;
        Node = call.Node;
        Kind = call.Kind;
        Size = call.Size;
        Group = call.Group?.Name;
        Ranks = dimensions.Aggregate(1, (count, dimension) => count * dimension.Ranks.Count);
        Algorithm = string.Join('+', dimensions.Select(dimension => dimension.Algorithm.Name));
    }
}
