using ClusterSim.Core.Collectives;

namespace ClusterSim.Workload.TextWorkloads.Schedules;

/// <summary>
/// Data parallel, with embeddings in layer 0. Their exchange runs beside the bottom layers, the last of which waits for it; on the way back
/// it starts behind the layer above them, and the weight gradient of layer 0 waits for it.
/// </summary>
internal sealed class DlrmSchedule(TextWorkload workload, TextTrace trace) : TextSchedule(workload, trace)
{
    private readonly int lastBottomLayer = workload.Header.LastBottomLayer;

    public override void AddIteration()
    {
        ulong? last = null;
        ulong? embeddings = null;
        foreach (var (i, layer) in Layers.Index())
        {
            var forward = Trace.Compute(layer.Name, "FWD", layer.Forward, WeightsReady[i], last, i == lastBottomLayer ? embeddings : null);
            if (layer.Forward.Collective == CollectiveKind.AllToAll)
            {
                var exchange = Trace.Collective(layer.Name, layer.Forward, CollectiveScope.All, forward);
                embeddings = i == 0 ? exchange : embeddings;
            }

            last = forward;
        }

        AddBackward(last);
    }

    private void AddBackward(ulong? last)
    {
        ulong? embeddings = null;
        foreach (var (i, layer) in Layers.Index().Reverse())
        {
            var weight = Trace.Compute(layer.Name, "BWD_WG", layer.WeightGradient, last, i == 0 ? embeddings : null);
            WeightsReady[i] = Trace.Collective(layer.Name, layer.WeightGradient, CollectiveScope.All, weight) ?? weight;
            if (i == 0)
            {
                continue;
            }

            var input = Trace.Compute(layer.Name, "BWD_IG", layer.InputGradient, weight);
            if (i == lastBottomLayer + 1)
            {
                embeddings = Trace.Collective(Layers[0].Name, Layers[0].InputGradient, CollectiveScope.All, input);
            }

            last = input;
        }
    }
}
