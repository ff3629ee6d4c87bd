using ClusterSim.Collectives.Scheduling;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Results;

/// <summary>One collective over those of its ranks that have come to it.</summary>
internal sealed class CollectiveTally
{
    private readonly Lock gate = new();
    private CollectiveRecord? record;
    private SimTime finish;

    /// <summary>What its ranks did so far.</summary>
    public CollectiveRecord Record => record! with { Finish = SimTime.Max(record.Finish, finish) };

    public void Begin(int npu, RunningCollective collective, IReadOnlyList<PhaseDimension> dimensions)
    {
        lock (gate)
        {
            // Most ranks are not the lowest, and add nothing but a time.
            if (record is null || npu < record.Npu || collective.Started < record.Start)
            {
                Put(Describe(npu, collective, dimensions));
            }
        }
    }

    public void End(SimTime now)
    {
        lock (gate)
        {
            finish = SimTime.Max(finish, now);
        }
    }

    public void Merge(CollectiveRecord other)
    {
        lock (gate)
        {
            Put(other);
        }
    }

    private static CollectiveRecord Describe(int npu, RunningCollective collective, IReadOnlyList<PhaseDimension> dimensions)
    {
        var call = collective.Call;
        return new CollectiveRecord
        {
            Npu = npu,
            Node = call.Node,
            Kind = call.Kind,
            Size = call.Size,
            Group = call.Group?.Name,
            Ranks = dimensions.Aggregate(1, (count, dimension) => count * dimension.Ranks.Count),
            Algorithm = string.Join('+', dimensions.Select(dimension => dimension.Algorithm.Name)),
            Start = collective.Started,
            Finish = SimTime.Zero,
        };
    }

    private void Put(CollectiveRecord other) => record = record is null ? other : record.With(other);
}
