using ClusterSim.Collectives.Algorithms;
using ClusterSim.Collectives.Options;
using ClusterSim.Collectives.Scheduling;
using ClusterSim.Core.Collectives;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Building;

/// <summary>
/// Checks that algorithms can run what a workload asks of them. A system file names algorithms for all kinds of
/// collective, so only those that are used are judged. Kinds that no algorithm runs were refused with their trace.
/// </summary>
/// <param name="options">The system.</param>
/// <param name="system">Its keys, for the places of mistakes.</param>
/// <param name="shape">How many NPUs each dimension of the network has.</param>
/// <param name="context">Where mistakes go.</param>
internal sealed class AlgorithmCheck(
    SystemOptions options, SectionValues system, SystemShape shape, ReadContext context)
{
    public void Judge(WorkloadSurvey survey)
    {
        foreach (var (use, node) in survey.Collectives)
        {
            var asking = $"Asked for by {node}, among {use.Ranks(shape.NpuCount)}.";
            if (use.CustomNode is { } id)
            {
                var custom = options.PerNodeImplementations.GetValueOrDefault(id);
                Judge(custom, use.Kind, use.RankCount(shape.NpuCount), system.PlaceOf(SystemSettings.PerNodeCustomImplementation), asking);
            }
            else
            {
                var settings = SystemSettings.Implementations.First(kind => kind.Kind == use.Kind);
                Judge(options.Implementations[use.Kind], use, settings, asking);
            }
        }
    }

    private void Judge(CollectiveImplementation implementation, CollectiveUse use, ImplementationSettings settings, string asking)
    {
        var ranks = use.RankCount(shape.NpuCount);
        if (implementation.Custom is { } custom)
        {
            Judge(custom, use.Kind, ranks, system.PlaceOf(settings.Custom), asking);
        }
        else if (ranks < shape.NpuCount)
        {
            // A smaller group is one ring: with the only algorithm that there is, or the default where there are several.
            var isSingle = implementation.PerDimension.Count == 1;
            var algorithm = isSingle ? implementation.PerDimension[0] : CollectiveCatalog.Default;
            Judge(algorithm, use.Kind, ranks, system.PlaceOf(settings.Algorithms, 0), asking);
        }
        else if (implementation.SpansSystem)
        {
            if (IsInvolved(use, 0))
            {
                Judge(implementation.PerDimension[0], use.Kind, shape.NpuCount, system.PlaceOf(settings.Algorithms, 0), asking);
            }
        }
        else
        {
            foreach (var (dimension, kind) in Phases(use))
            {
                var place = system.PlaceOf(settings.Algorithms, dimension);
                Judge(implementation.PerDimension[dimension], kind, shape.DimensionSizes[dimension], place, asking);
            }
        }
    }

    private void Judge(ICollectiveAlgorithm? algorithm, CollectiveKind kind, int ranks, Place place, string asking)
    {
        // A group of one finishes at once, whatever the algorithm.
        if (ranks > 1 && algorithm?.WhyNot(kind, ranks) is { } reason)
        {
            context.Problems.Add(place.ToString(), reason, asking);
        }
    }

    private static bool IsInvolved(CollectiveUse use, int dimension) => (use.InvolvedDimensions >> dimension & 1) != 0;

    private IEnumerable<(int Dimension, CollectiveKind Kind)> Phases(CollectiveUse use)
    {
        var involved = Enumerable.Range(0, shape.DimensionSizes.Count).Where(dimension => IsInvolved(use, dimension)).ToArray();
        if (use.Kind != CollectiveKind.AllReduce || options.CollectiveOptimization == CollectiveOptimization.Baseline)
        {
            return involved.Select(dimension => (dimension, use.Kind));
        }

        // Reduce-scatter up to the last dimension, all-reduce in it, all-gather back down.
        return involved.SkipLast(1)
            .SelectMany(dimension => new[] { (dimension, CollectiveKind.ReduceScatter), (dimension, CollectiveKind.AllGather) })
            .Concat(involved.TakeLast(1).Select(dimension => (dimension, use.Kind)));
    }
}
