using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using ClusterSim.Workload.Collectives;

namespace ClusterSim.Collectives.Scheduling;

/// <summary>
/// In which dimensions an NPU takes part in a collective with a root: data comes together from the first dimension on, and spreads from the
/// last one down to it. So an NPU has to do with the first dimension in which it is not where the root is, and with those before it, in
/// which it stands for the others of its line.
/// </summary>
internal static class RootedPhases
{
    /// <summary>How many of the dimensions, from the first on, an NPU takes part in.</summary>
    /// <param name="dimensions">All that the collective has, in ascending order, each with the root at rank 0.</param>
    public static int Count(IReadOnlyList<PhaseDimension> dimensions)
    {
        var count = 1;
        while (count < dimensions.Count && dimensions[count - 1].Ranks.OwnRank == 0)
        {
            count++;
        }

        return count;
    }

    /// <summary>
    /// What the first phase of an NPU starts from. Of a scatter, the data has been cut for the dimensions behind those that the NPU
    /// takes part in.
    /// </summary>
    public static ByteSize SizeAtStart(CollectiveKind kind, IReadOnlyList<PhaseDimension> dimensions, ByteSize size)
    {
        for (var i = dimensions.Count - 1; kind == CollectiveKind.Scatter && i >= Count(dimensions); i--)
        {
            size /= dimensions[i].Ranks.Count;
        }

        return size;
    }

    /// <summary>The phases of a stream that an NPU takes part in.</summary>
    /// <param name="kind">What the collective does.</param>
    /// <param name="phases">A phase for each dimension, in the order in which they run.</param>
    /// <param name="dimensions">The dimensions, in ascending order.</param>
    public static PhasePlan[] Own(CollectiveKind kind, PhasePlan[] phases, IReadOnlyList<PhaseDimension> dimensions)
    {
        var count = Count(dimensions);
        return KindTraits.GoesDown(kind) ? phases[^count..] : phases[..count];
    }
}
