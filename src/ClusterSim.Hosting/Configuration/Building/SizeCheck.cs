using ClusterSim.Collectives.Options;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Workload;
using ClusterSim.Workload.Collectives;
using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Set;

namespace ClusterSim.Hosting.Configuration.Building;

/// <summary>
/// Refuses sizes and durations that are allowed as they stand, but not once they are scaled, or gathered from all ranks. Names
/// the first of each kind: a scale that is too large is so for many nodes.
/// </summary>
/// <param name="system">For the scales.</param>
/// <param name="experiment">Its keys, for the places of mistakes.</param>
/// <param name="context">Where mistakes go.</param>
internal sealed class SizeCheck(SystemOptions system, SectionValues experiment, ReadContext context)
{
    // What a trace may give at most, and half of what a number of bytes or nanoseconds can hold.
    private const double MostBytes = 1L << 53;
    private const double MostGathered = 1L << 62;
    private const double MostNs = 1L << 62;

    private readonly HashSet<Setting> refused = [];

    public void Judge(WorkloadSet workload)
    {
        foreach (var graph in workload.Graphs.Distinct())
        {
            for (var i = 0; i < graph.Count; i++)
            {
                ref readonly var node = ref graph[i];
                switch (node.Kind)
                {
                    case NodeKind.Compute:
                        JudgeDuration(in node, graph, i);
                        break;
                    case NodeKind.Send or NodeKind.Receive or NodeKind.Collective:
                        JudgeSize(in node, graph, i, workload);
                        break;
                }
            }
        }
    }

    private void JudgeDuration(in TraceNode node, ExecutionGraph graph, int index)
    {
        var scaled = Math.Floor(node.Duration.Ns * system.ComputeScale);
        if (scaled > MostNs)
        {
            Refuse(
                ExperimentSettings.ComputeScale,
                $"The {NumberText.Of(node.Duration.Ns)} ns of {Describe(in node, graph, index)} become {NumberText.Of(scaled)} ns; "
                + $"the most allowed is {NumberText.Of(MostNs)}.");
        }
    }

    private void JudgeSize(in TraceNode node, ExecutionGraph graph, int index, WorkloadSet workload)
    {
        var scaled = Math.Floor(node.Size.Bytes * system.CommunicationScale);
        if (scaled > MostBytes)
        {
            Refuse(
                ExperimentSettings.CommunicationScale,
                $"The {node.Size} of {Describe(in node, graph, index)} become {NumberText.Of(scaled)} B; "
                + $"the most allowed is {NumberText.Of(MostBytes)}.");
        }
        else if (node.Kind == NodeKind.Collective && KindTraits.Gathers(node.Collective))
        {
            var group = node.Group < 0 ? null : workload.Groups.GetValueOrDefault(graph.GroupNames[node.Group]);
            var ranks = group?.Ranks.Count ?? workload.Graphs.Count;
            if (scaled * ranks > MostGathered)
            {
                Refuse(
                    ExperimentSettings.Workload,
                    $"The {CollectiveNames.InFiles(node.Collective)} of {Describe(in node, graph, index)} gathers {NumberText.Of(scaled)} B from each of "
                    + $"{NumberText.Of(ranks)} NPUs, {NumberText.Of(scaled * ranks)} B in all; "
                    + $"the most allowed is {NumberText.Of(MostGathered)}.");
            }
        }
    }

    private void Refuse(Setting setting, string what)
    {
        if (refused.Add(setting))
        {
            context.Refuse(experiment.PlaceOf(setting).ToString(), what, "Give smaller ones.");
        }
    }

    private static string Describe(in TraceNode node, ExecutionGraph graph, int index)
    {
        var name = Printable.Name(graph.Names[index]);
        return name.Length == 0 ? $"node {node.Id}" : $"node {node.Id} ({name})";
    }
}
