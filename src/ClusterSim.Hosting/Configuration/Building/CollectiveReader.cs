using ClusterSim.Core.Input;
using ClusterSim.Core.Units;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Workload.Collectives;

namespace ClusterSim.Hosting.Configuration.Building;

/// <summary>Reads of an experiment only whether its workload is one collective, and which.</summary>
internal static class CollectiveReader
{
    /// <summary>The collective, with the size that is simulated; null: the workload is something else.</summary>
    public static SingleCollective? Read(ConfigNode root)
    {
        var context = new ReadContext(new ProblemList());
        return root is MapNode experiment
            && experiment.Find(ExperimentSettings.Workload.Key) is MapNode node
            && node.Find(WorkloadSettings.Collective.Key) is not null
            && WorkloadSettings.Kind.TryRead(node, context, out var workload)
            && workload.TryGet(WorkloadSettings.Collective, out var kind)
            ? new(kind.Value, new ByteSize(Scaled(workload.Get(WorkloadSettings.Size), experiment, context)), (int)workload.Get(WorkloadSettings.Repeat))
            : null;
    }

    private static long Scaled(long size, MapNode experiment, ReadContext context)
    {
        var setting = ExperimentSettings.CommunicationScale;
        var values = new SectionValues(ExperimentSettings.Section, experiment);
        if (experiment.Find(setting.Key) is { } node)
        {
            setting.Read(node, values, context);
        }

        var scale = values.Get(setting);
        return scale == 1 ? size : (long)Math.Floor(size * scale);
    }
}
