using Akka.Actor;
using ClusterSim.Engine.Partitions;
using ClusterSim.Engine.Recording;
using ClusterSim.Engine.Recording.Remote;

namespace ClusterSim.Engine.Hosts;

/// <summary>What a host of partitions is told of the simulation that it takes part in.</summary>
internal sealed record HostSetup
{
    public required SimulationPlan Plan { get; init; }

    /// <summary>Into how many partitions the actors are split on all hosts.</summary>
    public required int PartitionCount { get; init; }

    /// <summary>The host's number, from 0.</summary>
    public required int Host { get; init; }

    /// <summary>The first partition that it hosts.</summary>
    public required int First { get; init; }

    /// <summary>The partitions that it hosts.</summary>
    public required IReadOnlyList<Partition> Partitions { get; init; }

    public required Transport Transport { get; init; }

    /// <summary>Leads the simulation.</summary>
    public required IActorRef Clock { get; init; }

    /// <summary>Writes reports for a clock in another process; null: it is in this one.</summary>
    public IReportCodec? Codec { get; init; }

    /// <summary>Takes what the partitions record; null: they record nothing.</summary>
    public IRecordSink? Sink { get; init; }

    /// <summary>The same, if it sends that to a clock in another process; else null.</summary>
    public RecordUplink? Uplink => Sink as RecordUplink;

    /// <summary>Called when none of its actors is left.</summary>
    public required Action Released { get; init; }

    /// <summary>Whether all partitions of the simulation are here.</summary>
    public bool IsAlone => Partitions.Count == PartitionCount;
}
