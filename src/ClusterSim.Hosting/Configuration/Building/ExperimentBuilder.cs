using ClusterSim.Collectives.Options;
using ClusterSim.Collectives.Scheduling;
using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Workload.Chakra;
using ClusterSim.Workload.Set;

namespace ClusterSim.Hosting.Configuration.Building;

/// <summary>Builds an experiment from what was read of its document, and checks what concerns several of its parts.</summary>
internal sealed class ExperimentBuilder(string name, SectionValues values, ReadContext context)
{
    /// <summary>The experiment; null if anything is wrong with it.</summary>
    public Experiment? Build()
    {
        var network = values.TryGet(ExperimentSettings.Network, out var networkValues) ? new NetworkBuilder(networkValues, context) : null;
        var networkOptions = network?.Build(values.Get(ExperimentSettings.Backend).Value);
        var system = values.TryGet(ExperimentSettings.SystemPart, out var systemValues)
            ? new SystemBuilder(systemValues, values, context).Build(network?.DimensionCount, IsOneCollective())
            : null;
        var memory = Memory(network?.NpuCount);
        var workload = network?.NpuCount is { } npuCount ? Workload(npuCount, systemValues, hasMemory: memory is not { Kind: RemoteMemoryKind.None }) : null;

        // Where every node only lasts as recorded, nothing is asked of algorithms and memories.
        if (workload is not null && networkOptions is not null && systemValues is not null && system is { ReplayOnly: false })
        {
            var collectives = new CollectiveBuilder(systemValues, context);
            new SizeCheck(system, values, context).Judge(workload);
            var shape = new SystemShape(networkOptions.Shape);
            var survey = new WorkloadSurvey(workload, system, shape, collectives.CustomNodes);
            system = collectives.Complete(system, survey, shape);
            NoteQueues(system, shape, workload);
        }

        return networkOptions is null || system is null || memory is null || workload is null
            ? null
            : new() { Name = name, Workload = workload, Network = networkOptions, System = system, RemoteMemory = memory };
    }

    private RemoteMemoryOptions? Memory(int? npuCount)
    {
        if (values.NodeOf(ExperimentSettings.Memory) is null)
        {
            return RemoteMemoryOptions.None;
        }

        return values.TryGet(ExperimentSettings.Memory, out var memory) ? new RemoteMemoryBuilder(memory, context).Build(npuCount) : null;
    }

    // A remote memory with mistakes is one nevertheless.
    private WorkloadSet? Workload(int npuCount, SectionValues? system, bool hasMemory)
    {
        // Groups with mistakes are known by name, as long as there is a map of them.
        var groups = values.Readable(ExperimentSettings.Groups);
        var options = new TraceOptions
        {
            HasAllGroups = groups is not null || values.NodeOf(ExperimentSettings.Groups) is null,
            ReplayOnly = system is not null && system.TryGet(SystemSettings.ReplayOnly, out var isReplayed) && isReplayed,
            HasRemoteMemory = hasMemory,
            SimulatesBroadcasts = system is not null && SystemSettings.RunsBroadcasts(system),
            TrackTensors = system is not null && system.TryGet(SystemSettings.TrackLocalMemory, out var isTracked) && isTracked,
        };
        return values.TryGet(ExperimentSettings.Workload, out var workload) && workload.IsSound
            ? new WorkloadBuilder(workload, context).Build(npuCount, groups ?? [], options)
            : null;
    }

    private bool IsOneCollective() =>
        values.TryGet(ExperimentSettings.Workload, out var workload) && workload.NodeOf(WorkloadSettings.Collective) is not null;

    private void NoteQueues(SystemOptions? system, SystemShape shape, WorkloadSet workload)
    {
        if (system is not null && context.Problems.IsEmpty && new QueueForecast(system, shape, workload).FirstDifference() is { } difference)
        {
            context.Notes.Add($"{values.PlaceOf(ExperimentSettings.QueuesPerDimension)}: {difference}");
        }
    }
}
