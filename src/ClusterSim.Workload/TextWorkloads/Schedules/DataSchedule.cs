namespace ClusterSim.Workload.TextWorkloads.Schedules;

/// <summary>
/// Data parallel: of each layer, from the last to the first, the weight gradient, then its collective beside the input gradient. A layer's
/// next forward pass waits for that collective.
/// </summary>
internal sealed class DataSchedule(TextWorkload workload, TextTrace trace) : TextSchedule(workload, trace)
{
    public override void AddIteration()
    {
        ulong? last = null;
        foreach (var (i, layer) in Layers.Index())
        {
            last = Trace.Compute(layer.Name, "FWD", layer.Forward, last, WeightsReady[i]);
        }

        foreach (var (i, layer) in Layers.Index().Reverse())
        {
            var gradient = Trace.Compute(layer.Name, "BWD_WG", layer.WeightGradient, last);
            WeightsReady[i] = Trace.Collective(layer.Name, layer.WeightGradient, CollectiveScope.All, gradient) ?? gradient;
            if (i > 0)
            {
                last = Trace.Compute(layer.Name, "BWD_IG", layer.InputGradient, gradient);
            }
        }
    }
}
