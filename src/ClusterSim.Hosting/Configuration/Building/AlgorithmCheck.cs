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
            // A custom algorithm was read for just the numbers of ranks that run it. It stands behind rules.
            var ofKind = options.Implementations[use.Kind];
            var isByRule = use.Implementation != ofKind with { Custom = null };
            if (use.Custom is null && (isByRule || ofKind.Custom is null))
            {
                Judge(use.Implementation, use, $"Asked for by {node}, among {use.Ranks(shape.NpuCount)}.");
            }
        }
    }

    private void Judge(CollectiveImplementation implementation, CollectiveUse use, string asking)
    {
        var settings = use.Settings;
        var ranks = use.RankCount(shape.NpuCount);
        if (ranks < shape.NpuCount)
        {
            // A smaller group is one ring: with the only algorithm that there is, or the default where there are several.
            var isSingle = implementation.PerDimension.Count == 1;
            var algorithm = isSingle ? implementation.PerDimension[0] : CollectiveCatalog.DefaultOf(use.Kind);
            Judge(algorithm, use.Kind, ranks, system.PlaceOf(settings.Algorithms, 0), asking, isSubgroup: true);
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
            JudgeDimensions(implementation, use, asking);
        }
    }

    private void JudgeDimensions(CollectiveImplementation implementation, CollectiveUse use, string asking)
    {
        var goesUpAndDown = use.Kind == CollectiveKind.AllReduce
            && options.CollectiveOptimization == CollectiveOptimization.LocalBandwidthAware;
        var isLast = true;
        for (var dimension = shape.DimensionSizes.Count - 1; dimension >= 0; dimension--)
        {
            if (!IsInvolved(use, dimension))
            {
                continue;
            }

            var algorithm = implementation.PerDimension[dimension];
            var place = system.PlaceOf(use.Settings.Algorithms, dimension);
            var size = shape.DimensionSizes[dimension];
            if (goesUpAndDown && !isLast)
            {
                Judge(algorithm, CollectiveKind.ReduceScatter, size, place, asking);
                Judge(algorithm, CollectiveKind.AllGather, size, place, asking);
            }
            else
            {
                Judge(algorithm, use.Kind, size, place, asking);
            }

            isLast = false;
        }
    }

    private void Judge(
        ICollectiveAlgorithm algorithm, CollectiveKind kind, int ranks, Place ofKind, string asking, bool isSubgroup = false)
    {
        // A group of one finishes at once, whatever the algorithm.
        if (ranks > 1 && algorithm.WhyNot(kind, ranks, isSubgroup) is { } reason)
        {
            var others = context.Algorithms.NamesThatRun(kind, ranks, isSubgroup);
            context.Refuse(PlaceOf(algorithm, ofKind).ToString(), reason, $"{asking} Use {string.Join(" or ", others)}.");
        }
    }

    // Every rule has an algorithm object of its own.
    private Place PlaceOf(ICollectiveAlgorithm algorithm, Place ofKind)
    {
        var rule = options.Rules.Index().FirstOrDefault(rule => ReferenceEquals(rule.Item.Algorithm, algorithm), (-1, null!)).Index;
        return rule < 0 ? ofKind : system.PlaceOf(SystemSettings.Rules, rule);
    }

    private static bool IsInvolved(CollectiveUse use, int dimension) => (use.InvolvedDimensions >> dimension & 1) != 0;
}
