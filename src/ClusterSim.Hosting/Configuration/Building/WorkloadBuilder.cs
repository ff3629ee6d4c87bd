using ClusterSim.Core.Collectives;
using ClusterSim.Core.Input;
using ClusterSim.Core.Units;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Workload.Chakra;
using ClusterSim.Workload.Collectives;
using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Layers;
using ClusterSim.Workload.Set;

namespace ClusterSim.Hosting.Configuration.Building;

/// <summary>Reads or makes the graphs that the NPUs execute.</summary>
/// <param name="workload">The workload's keys, all of them right.</param>
/// <param name="context">Where mistakes go.</param>
internal sealed class WorkloadBuilder(SectionValues workload, ReadContext context)
{
    /// <summary>The workload; null if anything is wrong with it.</summary>
    /// <param name="npuCount">How many NPUs the network has.</param>
    /// <param name="groups">The process groups that the experiment defines.</param>
    /// <param name="options">What is wanted of traces.</param>
    public WorkloadSet? Build(int npuCount, IReadOnlyList<MapItem<IReadOnlyList<long>>> groups, TraceOptions options)
    {
        var definitions = GroupDefinitions.Of(groups);
        try
        {
            return workload.TryGet(WorkloadSettings.Traces, out var prefix)
                ? Traces(prefix, npuCount, definitions, options)
                : Made(npuCount) with { Groups = Groups(definitions, npuCount) };
        }
        catch (InvalidInputException error)
        {
            context.RefuseAll(error.Problems);
            return null;
        }
    }

    private static IReadOnlyDictionary<string, ProcessGroup> Groups(GroupDefinition[] definitions, int npuCount)
    {
        var problems = new ProblemList();
        var groups = ProcessGroups.Combine(definitions, npuCount, problems);
        problems.ThrowIfAny();
        return groups;
    }

    private WorkloadSet? Traces(InputPath prefix, int npuCount, GroupDefinition[] groups, TraceOptions options)
    {
        if (!workload.TryGet(WorkloadSettings.Replay, out var replay))
        {
            NoteTracesLeftOver(prefix, npuCount);
            return Kept(TraceCache.KeyOf(prefix, npuCount, [], options, groups), () => TraceFiles.Load(prefix.Display, npuCount, options, groups));
        }

        if (replay.Count == npuCount)
        {
            var display = prefix.Display;
            return Kept(
                TraceCache.KeyOf(prefix, npuCount, replay, options, groups),
                () => TraceFiles.Load(display, [.. replay.Select(number => $"{display}.{number}.et")], options, groups));
        }

        context.Refuse(
            workload.PlaceOf(WorkloadSettings.Replay).ToString(),
            $"The list names traces for {replay.Count} NPUs, but the network has {npuCount}.",
            "Give one entry an NPU.");
        return null;
    }

    private WorkloadSet Kept(string key, Func<WorkloadSet> load) => context.Traces?.Get(key, load) ?? load();

    // A smaller network than was meant gives figures that look right.
    private void NoteTracesLeftOver(InputPath prefix, int npuCount)
    {
        var count = TraceNumbers.CountFrom(npuCount, prefix.Display);
        if (count > npuCount)
        {
            context.Notes.Add($"{prefix.Place}: There are traces for {count} NPUs, but the network has {npuCount}. Those from {prefix.Display}.{npuCount}.et on are not used.");
        }
    }

    private WorkloadSet Made(int npuCount)
    {
        var (name, graph) = workload.TryGet(WorkloadSettings.Collective, out var kind) ? OfCollective(kind.Value) : OfLayers();
        return WorkloadSet.OfOneGraph(name, graph, npuCount);
    }

    private (string Name, ExecutionGraph Graph) OfCollective(CollectiveKind kind)
    {
        var size = new ByteSize(workload.Get(WorkloadSettings.Size));
        var collective = new SingleCollective(kind, size, (int)workload.Get(WorkloadSettings.Repeat));
        return (collective.Name, collective.ToGraph());
    }

    private (string Name, ExecutionGraph Graph) OfLayers()
    {
        var source = workload.PlaceOf(WorkloadSettings.Layers).Source;
        var name = source == workload.Place.Source ? WorkloadSettings.Layers.Key : Path.GetFileNameWithoutExtension(source.Name);
        var table = new LayerTable(name, [.. workload.Get(WorkloadSettings.Layers).Select(Layer)]);
        return (name, table.ToGraph(workload.Get(WorkloadSettings.Schedule).Value, (int)workload.Get(WorkloadSettings.Iterations)));
    }

    private static Layer Layer(SectionValues layer) => new()
    {
        Name = layer.Get(LayerSettings.Name),
        Forward = SimDuration.FromMicroseconds(layer.Get(LayerSettings.Forward)),
        InputGradient = SimDuration.FromMicroseconds(layer.Get(LayerSettings.InputGradient)),
        WeightGradient = SimDuration.FromMicroseconds(layer.Get(LayerSettings.WeightGradient)),
        AllReduce = new ByteSize(layer.Get(LayerSettings.AllReduce)),
    };
}
