using ClusterSim.Collectives.Algorithms;
using ClusterSim.Collectives.Options;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Building;

/// <summary>Checks what concerns several keys of a system, and builds it. Custom collectives are added later.</summary>
/// <param name="system">The system's keys.</param>
/// <param name="experiment">The experiment's, for its options.</param>
/// <param name="context">Where mistakes go.</param>
internal sealed class SystemBuilder(SectionValues system, SectionValues experiment, ReadContext context)
{
    /// <summary>The system; null if anything is wrong with it.</summary>
    /// <param name="dimensionCount">How many dimensions the network has; null if that is not known.</param>
    /// <param name="isOneCollective">Whether the workload is a single collective, which is simulated whatever it is.</param>
    public SystemOptions? Build(int? dimensionCount, bool isOneCollective)
    {
        RefuseSharedBus();
        RequirePeakPerformance();
        var before = context.Mistakes;
        var implementations = new Dictionary<CollectiveKind, CollectiveImplementation>();
        foreach (var kind in SystemSettings.Implementations)
        {
            // As in the reference, broadcasts of traces last as recorded where nothing is said of them.
            if (kind.Kind == CollectiveKind.Broadcast && !isOneCollective && !SystemSettings.RunsBroadcasts(system))
            {
                continue;
            }

            implementations.Add(kind.Kind, Implementation(kind, dimensionCount));
        }

        var rules = RuleBuilder.Build(system, dimensionCount, context);
        var isSound = system.IsSound && dimensionCount is not null && context.Mistakes == before;
        return isSound ? Options(implementations, rules) : null;
    }

    private SystemOptions Options(Dictionary<CollectiveKind, CollectiveImplementation> implementations, IReadOnlyList<AlgorithmRule> rules) => new()
    {
        SchedulingPolicy = system.Get(SystemSettings.SchedulingPolicy).Value,
        EndpointDelay = EndpointDelay(),
        ActiveChunksPerDimension = (int)system.Get(SystemSettings.ActiveChunksPerDimension),
        PreferredDatasetSplits = (int)system.Get(SystemSettings.PreferredDatasetSplits),
        QueuesPerDimension = (int)experiment.Get(ExperimentSettings.QueuesPerDimension),
        CollectiveOptimization = system.Get(SystemSettings.CollectiveOptimization).Value,
        Implementations = implementations,
        Rules = rules,
        Plugins = [.. context.Algorithms.Entries.Select(entry => entry.Plugin).OfType<string>().Distinct().Select(file => Path.GetFileName(file))],
        LocalMemoryBandwidth = Bandwidth.OfMemory(system.Get(SystemSettings.LocalMemoryBandwidth)),
        Roofline = system.Get(SystemSettings.RooflineEnabled),
        PeakTeraflops = system.TryGet(SystemSettings.PeakPerformance, out var peak) ? peak : 0,
        ReplayOnly = system.Get(SystemSettings.ReplayOnly),
        TrackLocalMemory = system.Get(SystemSettings.TrackLocalMemory),
        Rendezvous = experiment.Get(ExperimentSettings.Rendezvous),
        ComputeScale = experiment.Get(ExperimentSettings.ComputeScale),
        CommunicationScale = experiment.Get(ExperimentSettings.CommunicationScale),
    };

    private SimDuration EndpointDelay()
    {
        if (!system.TryGet(SystemSettings.EndpointDelay, out var delay))
        {
            return SystemOptions.DefaultEndpointDelay;
        }

        var scaled = Math.Truncate(delay * experiment.Get(ExperimentSettings.InjectionScale));
        if (scaled <= TimeLimits.MostNs)
        {
            return new((long)scaled);
        }

        context.Refuse(
            experiment.PlaceOf(ExperimentSettings.InjectionScale).ToString(),
            $"An endpoint-delay of {delay} ns becomes {NumberText.Of(scaled)} ns; the most allowed is {NumberText.Of(TimeLimits.MostNs)}.");
        return default;
    }

    private CollectiveImplementation Implementation(ImplementationSettings kind, int? dimensionCount)
    {
        if (!system.TryGet(kind.Algorithms, out var choices))
        {
            return new([.. Enumerable.Repeat(CollectiveCatalog.DefaultOf(kind.Kind), dimensionCount ?? 1)]);
        }

        var spanning = choices.FirstOrDefault(choice => choice.SpansSystem);
        if (spanning is not null && choices.Count > 1)
        {
            context.Refuse(
                system.PlaceOf(kind.Algorithms).ToString(),
                $"{spanning.Name} takes the whole system as one dimension, but is one of {choices.Count} entries.",
                $"Give {spanning.Name} alone, or one algorithm a dimension.");
        }
        else if (spanning is null && dimensionCount is { } dimensions && choices.Count != dimensions)
        {
            context.Refuse(
                system.PlaceOf(kind.Algorithms).ToString(),
                $"The list has length {choices.Count}, but the network has {Dimensions(dimensions)}.",
                "Give one algorithm a dimension, or a single one* algorithm for the whole system.");
        }

        return new([.. choices.Select(choice => choice.Algorithm)], SpansSystem: spanning is not null);
    }

    private void RefuseSharedBus()
    {
        if (system.TryGet(SystemSettings.ModelSharedBus, out var isModelled) && isModelled)
        {
            context.Refuse(
                system.PlaceOf(SystemSettings.ModelSharedBus).ToString(),
                "The shared bus of an NPU (model-shared-bus, with L, o, g and G) is not simulated.",
                "Set it to 0, or take it away.");
        }
    }

    private void RequirePeakPerformance()
    {
        var peak = SystemSettings.PeakPerformance;
        if (system.TryGet(SystemSettings.RooflineEnabled, out var isOn) && isOn && system.NodeOf(peak) is null)
        {
            context.Refuse(
                system.PlaceOf(SystemSettings.RooflineEnabled).ToString(),
                $"{peak.Key} is missing, which the roofline needs: give {peak.Kind.Allowed}.");
        }
    }

    private static string Dimensions(int count) => count == 1 ? "1 dimension" : $"{count} dimensions";
}
