using ClusterSim.Engine.Partitions;
using ClusterSim.Engine.Recording;

namespace ClusterSim.Engine;

/// <summary>What a simulation has come to when no message is left.</summary>
/// <param name="Events">Messages that actors handled.</param>
/// <param name="Completed">Actors that came to the end of their work.</param>
/// <param name="Digest">A hash over all messages; does not depend on partitions and transport.</param>
/// <param name="Reports">What the actors found, in no particular order.</param>
public sealed record EngineResult(long Events, int Completed, ulong Digest, IReadOnlyList<object> Reports)
{
    /// <summary>What the actors handled last that <see cref="SimulationPlan.Concerned"/> names.</summary>
    public LastMessages Last { get; init; } = LastMessages.None;

    internal static EngineResult Of(IReadOnlyList<PartitionReport> partitions) =>
        new(
            partitions.Sum(partition => partition.Events),
            partitions.Sum(partition => partition.Completed),
            partitions.Aggregate(0UL, (digest, partition) => unchecked(digest + partition.Digest)),
            partitions.SelectMany(partition => partition.Reports).ToArray());
}
