using ClusterSim.Engine.Partitions;

namespace ClusterSim.Engine.Clock;

/// <summary>What the virtual clock is told of the simulation that it leads.</summary>
/// <param name="Plan">The actors.</param>
/// <param name="Partitions">The partitions that they are split into.</param>
/// <param name="Transport">How their messages travel.</param>
/// <param name="SilenceTimeout">How long they may show no progress.</param>
/// <param name="Progress">Who is told how far they are; null: nobody.</param>
/// <param name="Outcome">Where the result goes.</param>
/// <param name="Released">Called when no actor of the simulation is left: never, where one does not return.</param>
internal sealed record ClockSetup(
    SimulationPlan Plan,
    IReadOnlyList<Partition> Partitions,
    Transport Transport,
    TimeSpan SilenceTimeout,
    IProgress<EngineProgress>? Progress,
    TaskCompletionSource<EngineResult> Outcome,
    Action Released);
