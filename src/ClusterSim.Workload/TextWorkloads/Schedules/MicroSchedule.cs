namespace ClusterSim.Workload.TextWorkloads.Schedules;

/// <summary>The collectives of the weight gradients, all at once.</summary>
internal sealed class MicroSchedule(TextWorkload workload, TextTrace trace) : TextSchedule(workload, trace)
{
    public override void AddIteration()
    {
        foreach (var layer in Layers)
        {
            Trace.Collective(layer.Name, layer.WeightGradient, CollectiveScope.All);
        }
    }
}
