using Akka.Actor;
using ClusterSim.Engine.Hosts;
using ClusterSim.Engine.Recording;
using ClusterSim.Engine.Recording.Remote;

namespace ClusterSim.Engine.Clock;

/// <summary>What the virtual clock is told of the simulation that it leads.</summary>
internal sealed record ClockSetup
{
    /// <summary>The actors.</summary>
    public required SimulationPlan Plan { get; init; }

    /// <summary>Which partitions each host has.</summary>
    public required IReadOnlyList<HostShare> Hosts { get; init; }

    /// <summary>Makes the one host, if it is in this process; else hosts on other nodes say that they are ready.</summary>
    public Func<IActorRef, HostSetup>? LocalHost { get; init; }

    /// <summary>Reads what hosts on other nodes have come to.</summary>
    public IReportCodec? Codec { get; init; }

    /// <summary>How long the partitions may show no progress.</summary>
    public required TimeSpan SilenceTimeout { get; init; }

    /// <summary>Takes what is recorded, for which partitions may have to wait; null: nothing is recorded.</summary>
    public IRecordSink? Sink { get; init; }

    /// <summary>Takes in what hosts on other nodes record, for the sink; null: nothing is recorded, or it is recorded in this process.</summary>
    public RecordIntake? Intake { get; init; }

    /// <summary>Who is told how far they are; null: nobody.</summary>
    public IProgress<EngineProgress>? Progress { get; init; }

    /// <summary>Where the result goes.</summary>
    public required TaskCompletionSource<EngineResult> Outcome { get; init; }
}
