using ClusterSim.Collectives.Options;
using ClusterSim.Collectives.Scheduling;
using ClusterSim.Core.Collectives;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Building;

/// <summary>
/// Gives a system its custom collectives, which are read only as far as the workload uses them, and has all algorithms
/// judged by what the workload asks of them.
/// </summary>
internal sealed class CollectiveBuilder
{
    private readonly SectionValues system;
    private readonly ReadContext context;
    private readonly CustomAlgorithms customAlgorithms;
    private readonly IReadOnlyDictionary<ulong, InputPath> perNode;

    public CollectiveBuilder(SectionValues system, ReadContext context)
    {
        this.system = system;
        this.context = context;
        customAlgorithms = new(context);
        perNode = PerNodeAlgorithms.ById(system.Readable(SystemSettings.PerNodeCustomImplementation) ?? [], context);
    }

    /// <summary>By the ids of collective nodes, the prefix of the algorithm that each has of its own.</summary>
    public IReadOnlyDictionary<ulong, InputPath> CustomNodes => perNode;

    /// <summary>The system with its custom collectives; null if anything is wrong.</summary>
    /// <param name="options">The system without them.</param>
    /// <param name="survey">What the workload asks of it.</param>
    /// <param name="shape">How many NPUs each dimension of the network has.</param>
    public SystemOptions? Complete(SystemOptions options, WorkloadSurvey survey, SystemShape shape)
    {
        var before = context.Mistakes;
        var completed = options with
        {
            Implementations = WithCustom(options.Implementations, survey, shape.NpuCount),
            PerNodeImplementations = PerNode(survey, shape.NpuCount),
        };
        NoteIdleRules(survey);
        new AlgorithmCheck(completed, system, shape, context).Judge(survey);
        return context.Mistakes == before ? completed : null;
    }

    private void NoteIdleRules(WorkloadSurvey survey)
    {
        foreach (var rule in survey.IdleRules)
        {
            context.Notes.Add($"{system.PlaceOf(SystemSettings.Rules, rule)}: Without effect. No collective of the workload meets its conditions.");
        }
    }

    private IReadOnlyDictionary<CollectiveKind, CollectiveImplementation> WithCustom(
        IReadOnlyDictionary<CollectiveKind, CollectiveImplementation> implementations, WorkloadSurvey survey, int npuCount)
    {
        var completed = implementations;
        foreach (var kind in SystemSettings.Implementations)
        {
            var uses = survey.Collectives.Keys.Where(use => use.Settings == kind && use.Custom is null && use.Implementation == implementations[kind.Kind]).ToArray();
            if (uses.Length > 0 && system.TryGet(kind.Custom, out var prefix))
            {
                var custom = customAlgorithms.Load(prefix[0], uses.Select(use => use.RankCount(npuCount)));
                completed = new Dictionary<CollectiveKind, CollectiveImplementation>(completed)
                {
                    [kind.Kind] = completed[kind.Kind] with { Custom = custom },
                };
            }
        }

        return completed;
    }

    private Dictionary<ulong, ICollectiveAlgorithm> PerNode(WorkloadSurvey survey, int npuCount)
    {
        var algorithms = new Dictionary<ulong, ICollectiveAlgorithm>();
        foreach (var (id, prefix) in perNode)
        {
            var uses = survey.Collectives.Keys.Where(use => use.Custom == prefix).ToArray();
            if (uses.Length == 0)
            {
                context.Notes.Add($"{prefix.Place}: Without effect. No trace of the workload has a collective node with id {id}.");
            }
            else if (customAlgorithms.Load(prefix, uses.Select(use => use.RankCount(npuCount))) is { } algorithm)
            {
                algorithms.Add(id, algorithm);
            }
        }

        return algorithms;
    }
}
